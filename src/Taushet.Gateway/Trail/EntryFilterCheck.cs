using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Requests;
using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>Checks and reads a filter as it came.</summary>
internal static class EntryFilterCheck
{
    private const int LongestRule = 128;

    /// <summary>Reads the filter; violations go into the faults, and then what is returned is not to be used.</summary>
    public static EntryFilter Read(Wire.EntryFilter? asked, LogReaderParty reader, PersonNumbers numbers, FieldFaults faults)
    {
        asked ??= new Wire.EntryFilter();
        Texts(asked, faults);
        var to = Micros(asked.To, "filter.to", faults);
        var organisation = reader.Party.Organisation;
        return new EntryFilter
        {
            Reader = reader,
            Child = Child(asked.Child, organisation, numbers, faults),
            Person = asked.PersonReference,
            PersonOrganisation = asked.PersonOrganisation.Length == 0 ? organisation : asked.PersonOrganisation,
            OtherOrganisation = asked.OtherOrganisation,
            OtherService = asked.OtherService == Wire.Service.Unspecified ? Known<Service>.Unknown
                : Member<Service>((int)asked.OtherService, "filter.other_service", faults),
            Purposes = asked.Purposes.Select(purpose => Member<Purpose>((int)purpose, "filter.purposes", faults)).ToHashSet(),
            Bases = Set(asked.Bases.Select(basis => Member<Basis>((int)basis, "filter.bases", faults))),
            Emergency = asked.EmergencyBasis,
            Given = asked.HasGiven ? asked.Given : null,
            Cells = Cells(asked.Cells, faults),
            Kinds = asked.Kinds.Select(kind => Kind(kind, faults)).ToHashSet(),
            From = Micros(asked.From, "filter.from", faults) ?? 0,
            To = to ?? long.MaxValue,
            Request = RequestId(asked.RequestId, faults),
            Case = asked.CaseReference,
            Rule = asked.RuleId,
            Outcomes = Set(asked.Outcomes.Select(outcome => Member<Outcome>((int)outcome, "filter.outcomes", faults))),
            Marks = (asked.GradedAddress ? IndexedMarks.GradedAddress : default) | (asked.ByHand ? IndexedMarks.ByHand : default),
        };
    }

    private static void Texts(Wire.EntryFilter asked, FieldFaults faults)
    {
        TextCheck.Check(asked.PersonReference, "filter.person_reference", faults);
        TextCheck.Check(asked.CaseReference, "filter.case_reference", faults);
        TextCheck.Check(asked.RuleId, "filter.rule_id", faults, LongestRule);
        Organisation(asked.PersonOrganisation, "filter.person_organisation", faults);
        Organisation(asked.OtherOrganisation, "filter.other_organisation", faults);
    }

    private static void Organisation(string number, string field, FieldFaults faults)
    {
        if (number.Length > 0 && !OrganisationNumber.IsValid(number))
        {
            faults.Add(field, "is no organisation number");
        }
    }

    private static SubjectKey? Child(Wire.ChildRef? child, string organisation, PersonNumbers numbers, FieldFaults faults)
    {
        switch (child?.SubjectCase ?? Wire.ChildRef.SubjectOneofCase.None)
        {
            case Wire.ChildRef.SubjectOneofCase.None:
                return null;
            case Wire.ChildRef.SubjectOneofCase.NationalNumber:
                ChildCheck.Number(child!.NationalNumber, "filter.child.national_number", numbers, faults);
                break;
            case Wire.ChildRef.SubjectOneofCase.Unborn:
                ChildCheck.Number(child!.Unborn.PregnantWomanNumber, "filter.child.unborn.pregnant_woman_number", numbers, faults);
                break;
            case Wire.ChildRef.SubjectOneofCase.Unidentified:
                TextCheck.Check(child!.Unidentified.Reference, "filter.child.unidentified.reference", faults);
                break;
        }

        return RequestMapping.Subject(child!, organisation, Guid.Empty);
    }

    private static T Member<T>(int number, string field, FieldFaults faults)
        where T : struct, System.Enum
    {
        if (!Members<T>.Has(number))
        {
            faults.Add(field, "must be members of the vocabulary");
            return Codes<T>.Members[0];
        }

        return (T)(object)number;
    }

    private static MemberSet<T> Set<T>(IEnumerable<T> members)
        where T : struct, System.Enum =>
        members.Aggregate(default(MemberSet<T>), (set, member) => set | MemberSet<T>.Of(member));

    private static CellSet Cells(IEnumerable<Wire.Cell> cells, FieldFaults faults)
    {
        var set = CellSet.Empty;
        foreach (var cell in cells)
        {
            set |= CellCategories.WithTopics(Member<Cell>((int)cell, "filter.cells", faults));
        }

        return set;
    }

    private static EntryKind Kind(string code, FieldFaults faults)
    {
        if (!Codes<EntryKind>.TryParse(code.AsSpan(), out var kind))
        {
            faults.Add("filter.kinds", "must be codes of kinds of entries");
        }

        return kind;
    }

    private static long? Micros(Timestamp? time, string field, FieldFaults faults)
    {
        if (time is null)
        {
            return null;
        }

        const long Earliest = -62_135_596_800;
        const long Latest = 253_402_300_799;
        if (time.Seconds is < Earliest or > Latest || time.Nanos is < 0 or > 999_999_999)
        {
            faults.Add(field, "must be a time between the years 1 and 9999");
            return null;
        }

        return (time.Seconds * 1_000_000) + (time.Nanos / 1000);
    }

    private static Guid? RequestId(Google.Protobuf.ByteString id, FieldFaults faults)
    {
        if (id.Length is not (0 or WireIds.Length))
        {
            faults.Add("filter.request_id", "must be 16 bytes or empty");
        }

        return id.Length == WireIds.Length ? WireIds.Read(id) : null;
    }
}
