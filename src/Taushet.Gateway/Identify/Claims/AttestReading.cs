using System.Collections.Immutable;
using System.Text.Json;
using Taushet.Core.Requests.Identifiers;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>Reads an attest. One that lacks what makes it accountable is none.</summary>
internal static class AttestReading
{
    private const int MostPatients = 64;
    private static readonly string[] Purposes = ["TREAT", "ETREAT", "COC", "BTG"];

    /// <summary>Reads the attest in a claim, alone or under <c>attestation</c>; null when it does not hold.</summary>
    public static Attest? Of(JsonElement? claim)
    {
        var json = claim is { } outer ? Json.Inner(outer, "attestation") ?? outer : default(JsonElement?);
        if (json is not { } attest
            || Json.Instant(attest, "toa") is not { } issued
            || Json.Inner(attest, "practitioner") is not { } practitioner
            || Json.Inner(attest, "care_relation") is not { } relation
            || Patients(attest) is not { IsEmpty: false } patients)
        {
            return null;
        }

        var person = Id(practitioner, "identifier");
        var entity = Organisations.Plain(Id(practitioner, "legal_entity"));
        var place = Json.Inner(practitioner, "point_of_care") is null
            ? string.Empty
            : Organisations.Plain(Id(practitioner, "point_of_care"));
        if (!NationalNumber.IsValid(person, out _) || entity is null || place is null)
        {
            return null;
        }

        return Relation(relation) is { } why
            ? new Attest(issued, person!, entity, place, why.Purpose, why.Reference, why.UserSelected, patients)
            : null;
    }

    private static (string Purpose, string Reference, bool UserSelected)? Relation(JsonElement relation)
    {
        var purpose = Code(relation, "purpose_of_use");

        // At least one of the service and the details of the purpose says what kind of help it is.
        var told = Code(relation, "healthcare_service") ?? Code(relation, "purpose_of_use_details");
        return purpose is not null
            && Purposes.Contains(purpose, StringComparer.Ordinal)
            && told is not null
            && Json.Inner(relation, "decision_ref") is { } decision
            && Json.Text(decision, "id") is { Length: > 0 and <= 256 } reference
            && !reference.Any(char.IsControl)
            && !NationalNumber.OccursIn(reference)
            && decision.TryGetProperty("user_selected", out var selected)
            && selected.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? (purpose, reference, selected.ValueKind == JsonValueKind.True)
                : null;
    }

    private static ImmutableArray<string>? Patients(JsonElement attest)
    {
        var numbers = Json.Items(attest, "patients")
            .Select(patient => patient.ValueKind == JsonValueKind.Object ? Id(patient, "identifier") : null)
            .Take(MostPatients + 1)
            .ToList();
        return numbers.Count <= MostPatients && numbers.All(number => NationalNumber.IsValid(number, out _))
            ? [.. numbers.OfType<string>()]
            : null;
    }

    private static string? Id(JsonElement json, string name) =>
        Json.Inner(json, name) is { } identifier ? Json.Text(identifier, "id") : null;

    private static string? Code(JsonElement json, string name) =>
        Json.Inner(json, name) is { } code && Json.Text(code, "code") is { Length: > 0 } text ? text : null;
}
