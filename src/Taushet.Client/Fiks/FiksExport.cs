using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Client.Fiks;

/// <summary>Reports of concern, one for each child of one matter, as a Fiks report.</summary>
public static class FiksExport
{
    private const int MostGuardians = 2;

    // What of a disclosure the form has a place for: everything else is told as left.
    private static readonly ImmutableHashSet<string> Placed =
    [
        "child.national_number", "child.unborn", "sender.party.organisation_number", "sender.employee.role", "sender.full_name",
        "sender.phone", "sender.email", "content.record.person.identity.given_name", "content.record.person.identity.family_name",
        "content.record.person.residence.street_address", "content.record.person.residence.phone", "content.narrative.concern",
        "content.narrative.history", "content.narrative.other_views", "content.narrative.other_services", "child_informed.informed",
        "child_informed.reason_why_not", "written_at.seconds", "ground.report_of_concern",
    ];

    /// <summary>Makes the report.</summary>
    /// <param name="disclosures">At least one. Their sender, guardians, narrative and time are taken from the first.</param>
    /// <param name="envelope">What no disclosure has.</param>
    /// <returns>
    /// The report, with what of the disclosures has no place in it and what it should have and has not. Nothing is dropped silently, and
    /// nothing missing stops it: what the receiver cannot use, a human must mend.
    /// </returns>
    /// <exception cref="ArgumentException">There is no disclosure.</exception>
    public static ExportedReport Of(IReadOnlyList<Disclosure> disclosures, FiksEnvelope envelope)
    {
        if (disclosures.Count == 0)
        {
            throw new ArgumentException("A report is about at least one child.", nameof(disclosures));
        }

        var report = Report(disclosures, envelope);
        var left = new List<string>();
        for (var place = 0; place < disclosures.Count; place++)
        {
            Walk(disclosures[place], $"disclosures[{place}].", string.Empty, (path, bare) =>
            {
                if (!IsPlaced(disclosures, place, path, bare))
                {
                    left.Add(path);
                }
            });
        }

        return new ExportedReport(report, [.. left.Order(StringComparer.Ordinal)], [.. Missing(report), .. Unstated(disclosures)]);
    }

    private static FiksReport Report(IReadOnlyList<Disclosure> disclosures, FiksEnvelope envelope)
    {
        var first = disclosures[0];
        var sender = first.Sender ?? new DisclosureSender();
        var narrative = first.Content?.Narrative ?? new Narrative();
        return new FiksReport
        {
            MunicipalityNumber = envelope.MunicipalityNumber,
            MunicipalityName = envelope.MunicipalityName,
            DistrictNumber = envelope.DistrictNumber,
            DistrictName = envelope.DistrictName,
            Reporter = new FiksReporter
            {
                Name = sender.FullName,
                Role = sender.Employee?.Role ?? string.Empty,
                Phone = sender.Phone,
                Email = sender.Email,
                Organisation = new FiksOrganisation
                {
                    Name = envelope.OrganisationName,
                    Number = sender.Party?.OrganisationNumber is { Length: > 0 } number ? number : null,
                    Address = envelope.OrganisationAddress,
                },
            },
            Children = [.. disclosures.Select(Child)],
            Guardians = [.. first.GuardiansInformed.Take(MostGuardians).Select(Guardian)],
            Interpreter = envelope.Interpreter,
            OtherServices = narrative.HasOtherServices ? narrative.OtherServices : null,
            Text = new FiksText
            {
                Concern = narrative.Concern,
                History = narrative.History,
                OtherViews = narrative.HasOtherViews ? narrative.OtherViews : null,
            },
            SentAt = FiksTime.Write(first.WrittenAt),
            Channel = envelope.Channel,
        };
    }

    private static FiksChild Child(Disclosure disclosure)
    {
        var person = disclosure.Content?.Record?.Person;
        var identity = person?.Identity ?? new Identity();
        var residence = person?.Residence ?? new Residence();
        return new FiksChild
        {
            NationalNumber = disclosure.Child?.NationalNumber ?? string.Empty,
            Unborn = disclosure.Child?.SubjectCase == ChildRef.SubjectOneofCase.Unborn,
            Name = string.Join(' ', new[] { identity.GivenName, identity.FamilyName }.Where(name => name.Length > 0)),
            Phone = residence.HasPhone ? residence.Phone : null,
            Address = FiksAddressText.Read(residence.StreetAddress),
            Informed = disclosure.ChildInformed?.Informed_ ?? false,
            WhyNot = WhyNot(disclosure.ChildInformed),
        };
    }

    private static FiksGuardian Guardian(GuardianInformed guardian) => new()
    {
        Name = guardian.FullName,
        Phone = guardian.Phone.Length > 0 ? guardian.Phone : null,
        Informed = guardian.Informed?.Informed_ ?? false,
        WhyNot = WhyNot(guardian.Informed),
    };

    private static string? WhyNot(Informed? informed) => informed?.ReasonWhyNot is { Length: > 0 } reason ? reason : null;

    private static IEnumerable<string> Missing(FiksReport report)
    {
        (string Path, string Value)[] required =
        [
            ("kommunenummer", report.MunicipalityNumber), ("kommunenavn", report.MunicipalityName),
            ("offentligMelder.personnavn", report.Reporter.Name), ("offentligMelder.rolle", report.Reporter.Role),
            ("offentligMelder.telefonnummer", report.Reporter.Phone), ("offentligMelder.epost", report.Reporter.Email),
            ("offentligMelder.virksomhet.navn", report.Reporter.Organisation.Name), ("melding.melding", report.Text.Concern),
            ("sendingstidspunkt", report.SentAt),
        ];
        foreach (var (path, value) in required)
        {
            if (value.Length == 0)
            {
                yield return path;
            }
        }

        if (report.Guardians.Count == 0)
        {
            yield return "foresatte";
        }
    }

    // The form cannot leave open whether somebody was told: what was never stated stands in it as no.
    private static IEnumerable<string> Unstated(IReadOnlyList<Disclosure> disclosures)
    {
        for (var place = 0; place < disclosures.Count; place++)
        {
            if (disclosures[place].ChildInformed is not { HasInformed_: true })
            {
                yield return $"offentligBarn[{place}].orientert";
            }
        }

        for (var place = 0; place < Math.Min(MostGuardians, disclosures[0].GuardiansInformed.Count); place++)
        {
            if (disclosures[0].GuardiansInformed[place].Informed is not { HasInformed_: true })
            {
                yield return $"foresatte[{place}].orientert";
            }
        }
    }

    private static bool IsPlaced(IReadOnlyList<Disclosure> disclosures, int place, string path, string bare)
    {
        if (bare is "content.narrative.concern" or "content.narrative.history" or "content.narrative.other_views"
            or "content.narrative.other_services" || bare.StartsWith("sender.", StringComparison.Ordinal) || bare == "written_at.seconds")
        {
            return Placed.Contains(bare) && Same(disclosures[0], disclosures[place]);
        }

        if (bare.StartsWith("guardians_informed", StringComparison.Ordinal))
        {
            var number = int.Parse(
                path[(path.LastIndexOf("guardians_informed[", StringComparison.Ordinal) + 19)..path.IndexOf(']', path.LastIndexOf("guardians_informed[", StringComparison.Ordinal))],
                System.Globalization.CultureInfo.InvariantCulture);
            return number < MostGuardians && !bare.EndsWith(".relation", StringComparison.Ordinal) && Same(disclosures[0], disclosures[place]);
        }

        return Placed.Contains(bare)
            || (bare == "child.unidentified.reference" && disclosures[place].Child.Unidentified.Reference == FiksImport.ReferenceOf(place));
    }

    private static bool Same(Disclosure first, Disclosure other) =>
        Equals(first.Sender, other.Sender)
        && Equals(first.Content?.Narrative, other.Content?.Narrative)
        && Equals(first.WrittenAt, other.WrittenAt)
        && first.GuardiansInformed.Equals(other.GuardiansInformed);

    /// <summary>Visits every field that is set and no message, by its path with places, and without.</summary>
    private static void Walk(IMessage message, string path, string bare, Action<string, string> visit)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (value is System.Collections.IList list)
            {
                for (var place = 0; place < list.Count; place++)
                {
                    Visit(field, list[place]!, $"{path}{field.Name}[{place}]", bare + field.Name, visit);
                }
            }
            else if (field.HasPresence ? field.Accessor.HasValue(message) : !IsDefault(value))
            {
                Visit(field, value, path + field.Name, bare + field.Name, visit);
            }
        }
    }

    private static void Visit(FieldDescriptor field, object value, string path, string bare, Action<string, string> visit)
    {
        if (value is not IMessage inner)
        {
            visit(path, bare);
        }
        else if (HasAny(inner))
        {
            Walk(inner, path + ".", bare + ".", visit);
        }
        else if (field.RealContainingOneof is not null)
        {
            // An empty message says nothing, but which alternative it is.
            visit(path, bare);
        }
    }

    private static bool HasAny(IMessage message) => message.CalculateSize() > 0;

    private static bool IsDefault(object? value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        ByteString bytes => bytes.IsEmpty,
        bool flag => !flag,
        _ => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) == 0,
    };
}

/// <summary>A report that was exported.</summary>
/// <param name="Report">The report.</param>
/// <param name="Left">The paths of what is set in the disclosures and has no place in the report, in ordinal order.</param>
/// <param name="Missing">The members that the form requires and that are empty.</param>
public sealed record ExportedReport(FiksReport Report, ImmutableArray<string> Left, ImmutableArray<string> Missing);
