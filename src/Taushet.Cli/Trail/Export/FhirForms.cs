using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;

namespace Taushet.Cli.Trail.Export;

/// <summary>The parts of an AuditEvent that recur, each written once: no member of the vocabulary needs escaping.</summary>
internal static class FhirForms
{
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";

    /// <summary>From the resource's id up to the kind of the entry.</summary>
    public const string Type =
        $$"""
        ","type":{"system":"{{Dicom}}","code":"110106","display":"Export"},"subtype":[{"system":"http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle","code":"disclose","display":"Disclose Record Lifecycle Event"},
        """;

    /// <summary>What follows the child's pseudonym, up to the request.</summary>
    public const string ChildRole =
        """
        "}},"type":{"system":"http://terminology.hl7.org/CodeSystem/audit-entity-type","code":"1","display":"Person"},"role":{"system":"http://terminology.hl7.org/CodeSystem/object-role","code":"1","display":"Patient"}},{"what":{"identifier":{"system":"urn:taushet:request","value":"
        """;

    /// <summary>What follows the request.</summary>
    public const string RequestType =
        """
        "}},"type":{"system":"https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType","code":"XrequestId","display":"X-Request-Id"}}]}}
        """;

    private static readonly Dictionary<EntryKind, string> Kinds = Codes<EntryKind>.Members.ToDictionary(
        kind => kind, kind => Coding("urn:taushet:entry-kind", Codes<EntryKind>.Of(kind)));

    private static readonly Dictionary<Purpose, string> Purposes = Codes<Purpose>.Members.ToDictionary(
        purpose => purpose, purpose => $$""","purposeOfEvent":[{"coding":[{{Coding("urn:taushet:purpose", Codes<Purpose>.Of(purpose))}}]}]""");

    private static readonly Dictionary<Service, string> Sources = Codes<Service>.Members.ToDictionary(
        service => service, service => Agent("110153", "Source Role ID", service));

    private static readonly Dictionary<Service, string> Destinations = Codes<Service>.Members.ToDictionary(
        service => service, service => Agent("110152", "Destination Role ID", service));

    /// <summary>The kind of an entry.</summary>
    public static string Of(EntryKind kind) => Kinds[kind];

    /// <summary>What it was for. The gateway's own vocabulary: no code of the common systems says as much, and none is made up.</summary>
    public static string Of(Known<Purpose> purpose) => purpose.IsKnown ? Purposes[purpose.Value] : string.Empty;

    /// <summary>Who disclosed, up to its number.</summary>
    public static string Source(Service service) => Sources[service];

    /// <summary>To whom, up to its number.</summary>
    public static string Destination(Service service) => Destinations[service];

    private static string Agent(string code, string display, Service service) =>
        $$"""
        {"type":{"coding":[{"system":"{{Dicom}}","code":"{{code}}","display":"{{display}}"}]},"role":[{"coding":[{{Coding("urn:taushet:service", Codes<Service>.Of(service))}}]}],"who":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.101","value":"
        """;

    private static string Coding(string system, string code) => $$"""{"system":"{{system}}","code":"{{code}}","display":"{{code}}"}""";
}
