using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Taushet.V1;

namespace Taushet.Client.Fiks;

/// <summary>Fiks reports as disclosures, one for each child.</summary>
/// <remarks>
/// INVARIANT: whatever of an imported report is not given back by exporting it again is told as kept, with its path and its value.
/// </remarks>
public static class FiksImport
{
    /// <summary>Imports a public reporter's report.</summary>
    public static ImportedReport Of(FiksReport report)
    {
        var disclosures = report.Children.Select((child, place) => Disclosure(report, child, place)).ToImmutableArray();
        var envelope = new FiksEnvelope
        {
            MunicipalityNumber = report.MunicipalityNumber,
            MunicipalityName = report.MunicipalityName,
            DistrictNumber = report.DistrictNumber,
            DistrictName = report.DistrictName,
            OrganisationName = report.Reporter.Organisation.Name,
            OrganisationAddress = report.Reporter.Organisation.Address,
            Interpreter = report.Interpreter,
            Channel = report.Channel,
        };
        var again = disclosures.IsEmpty ? new FiksReport() : FiksExport.Of(disclosures, envelope).Report;
        var kept = new List<KeptValue>();
        Compare(FiksJson.Tree(report), FiksJson.Tree(again), "$", kept);
        return new ImportedReport(disclosures, envelope, [.. kept]);
    }

    /// <summary>Imports a private person's report. Who reports counts as having asked for secrecy.</summary>
    public static ImportedReport Of(FiksPrivateReport report)
    {
        var kept = new List<KeptValue>();
        var disclosures = report.Children.Select((child, place) =>
        {
            kept.AddRange(Unplaced(child, place));
            return PrivateDisclosure(report, child, place);
        }).ToImmutableArray();
        var envelope = new FiksEnvelope
        {
            MunicipalityNumber = report.MunicipalityNumber,
            MunicipalityName = report.MunicipalityName,
            DistrictNumber = report.DistrictNumber,
            DistrictName = report.DistrictName,
            Channel = report.Channel,
        };
        Unknown(FiksJson.Tree(report), FiksJson.Tree(Known(report)), kept);
        return new ImportedReport(disclosures, envelope, [.. kept]);
    }

    /// <summary>What stands for the number of a child that has none, by its place in the report.</summary>
    internal static string ReferenceOf(int place) => string.Create(CultureInfo.InvariantCulture, $"fiks-barn-{place + 1}");

    private static Disclosure Disclosure(FiksReport report, FiksChild child, int place) => new()
    {
        Child = ChildOf(child, place),
        Sender = new DisclosureSender
        {
            Party = new Party { OrganisationNumber = report.Reporter.Organisation.Number ?? string.Empty },
            Employee = new ActingPerson { Role = report.Reporter.Role },
            FullName = report.Reporter.Name,
            Phone = report.Reporter.Phone,
            Email = report.Reporter.Email,
        },
        Ground = new DisclosureGround { ReportOfConcern = new ReportEvidence() },
        Content = new DisclosureContent { Record = Record(child.Name, child.Address, child.Phone), Narrative = Narrative(report) },
        ChildInformed = InformedOf(child.Informed, child.WhyNot),
        GuardiansInformed =
        {
            report.Guardians.Select(guardian => new GuardianInformed
            {
                FullName = guardian.Name,
                Phone = guardian.Phone ?? string.Empty,
                Informed = InformedOf(guardian.Informed, guardian.WhyNot),
            }),
        },
        WrittenAt = FiksTime.Read(report.SentAt),
    };

    private static Disclosure PrivateDisclosure(FiksPrivateReport report, FiksPrivateChild child, int place) => new()
    {
        Child = new ChildRef { Unidentified = new UnidentifiedChild { Reference = ReferenceOf(place) } },
        Ground = new DisclosureGround { ReportOfConcern = new ReportEvidence() },
        Content = new DisclosureContent
        {
            Record = Record(child.Name, child.Address, phone: null),
            Narrative = new Narrative { Concern = report.Concern },
            ReportingPerson = new ReportingPerson
            {
                FullName = report.Reporter.Name,
                Phone = report.Reporter.Phone ?? string.Empty,
                StreetAddress = report.Reporter.Address is { } address ? FiksAddressText.Line(address) : string.Empty,
                Relation = child.Relation ?? string.Empty,
            },
        },
        WrittenAt = FiksTime.Read(report.SentAt),
    };

    private static ChildRef ChildOf(FiksChild child, int place) =>
        child.Unborn ? new ChildRef { Unborn = new UnbornChild { PregnantWomanNumber = child.NationalNumber } }
        : child.NationalNumber.Length > 0 ? new ChildRef { NationalNumber = child.NationalNumber }
        : new ChildRef { Unidentified = new UnidentifiedChild { Reference = ReferenceOf(place) } };

    private static ChildInformation Record(string name, FiksAddress address, string? phone)
    {
        var identity = new Identity();
        var space = name.LastIndexOf(' ');
        if (space > 0)
        {
            (identity.GivenName, identity.FamilyName) = (name[..space], name[(space + 1)..]);
        }
        else if (name.Length > 0)
        {
            identity.GivenName = name;
        }

        var residence = new Residence();
        if (FiksAddressText.Line(address) is { Length: > 0 } line)
        {
            residence.StreetAddress = line;
        }

        if (phone is not null)
        {
            residence.Phone = phone;
        }

        return new ChildInformation { Person = new PersonSection { Identity = identity, Residence = residence } };
    }

    private static Narrative Narrative(FiksReport report)
    {
        var narrative = new Narrative { Concern = report.Text.Concern, History = report.Text.History };
        if (report.Text.OtherViews is { } views)
        {
            narrative.OtherViews = views;
        }

        if (report.OtherServices is { } services)
        {
            narrative.OtherServices = services;
        }

        return narrative;
    }

    private static Informed InformedOf(bool informed, string? why) => new() { Informed_ = informed, ReasonWhyNot = why ?? string.Empty };

    private static IEnumerable<KeptValue> Unplaced(FiksPrivateChild child, int place)
    {
        if (child.SupposedAge is { } age)
        {
            yield return new KeptValue(string.Create(CultureInfo.InvariantCulture, $"$.privatBarn[{place}].antattAlder"), $"\"{age}\"");
        }
    }

    private static FiksPrivateReport Known(FiksPrivateReport report) => report with
    {
        Unknown = null,
        Reporter = report.Reporter with { Unknown = null, Address = report.Reporter.Address is { } address ? address with { Unknown = null } : null },
        Children = [.. report.Children.Select(child => child with { Unknown = null, Address = child.Address with { Unknown = null } })],
    };

    private static void Unknown(JsonNode report, JsonNode known, List<KeptValue> kept) => Compare(report, known, "$", kept);

    // A text that is not there and an empty one say the same.
    private static void Compare(JsonNode? here, JsonNode? there, string path, List<KeptValue> kept)
    {
        switch (here)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Compare(value, (there as JsonObject)?[name], $"{path}.{name}", kept);
                }

                break;
            case JsonArray items:
                for (var place = 0; place < items.Count; place++)
                {
                    var other = there is JsonArray others && place < others.Count ? others[place] : null;
                    Compare(items[place], other, string.Create(CultureInfo.InvariantCulture, $"{path}[{place}]"), kept);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(here, there) && !(there is null && here?.ToJsonString() is null or "\"\""))
                {
                    kept.Add(new KeptValue(path, here?.ToJsonString() ?? "null"));
                }

                break;
        }
    }
}

/// <summary>A report that was imported.</summary>
/// <param name="Disclosures">One for each child, without id and receiver: the importing system chooses them.</param>
/// <param name="Envelope">What stands in the report and in no field of a disclosure.</param>
/// <param name="Kept">What has a place in neither: a human must look at it.</param>
public sealed record ImportedReport(ImmutableArray<Disclosure> Disclosures, FiksEnvelope Envelope, ImmutableArray<KeptValue> Kept);

/// <summary>A value that an import kept.</summary>
/// <param name="Path">Where it stood.</param>
/// <param name="Json">The value.</param>
public sealed record KeptValue(string Path, string Json);
