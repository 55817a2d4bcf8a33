using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Law;

/// <summary>What an employee has seen: checked, and as the decider reads it.</summary>
internal static class DutyQuestion
{
    private const int OldestAge = 150;
    private const int MostCells = 128;

    private static readonly Wire.Evidence.KindOneofCase[] Kinds =
    [
        Wire.Evidence.KindOneofCase.Report, Wire.Evidence.KindOneofCase.Avert,
        Wire.Evidence.KindOneofCase.Danger, Wire.Evidence.KindOneofCase.Pregnancy,
    ];

    /// <summary>Finds every violation but those of the holder.</summary>
    public static void Check(Wire.AssessDutyRequest asked, FieldFaults faults)
    {
        TextCheck.Check(asked.CaseReference, "case_reference", faults);
        TextCheck.Check(asked.ActingPerson?.Reference ?? string.Empty, "acting_person.reference", faults);
        TextCheck.Check(asked.ActingPerson?.Role ?? string.Empty, "acting_person.role", faults);
        if (asked is { HasChildAge: true, ChildAge: > OldestAge })
        {
            faults.Add("child_age", "must be an age in years");
        }

        if (asked is { HasChildAge: true, Unborn: true })
        {
            faults.Add("unborn", "has no age");
        }

        if (asked.Cells.Count > MostCells || asked.Cells.Any(cell => !Members<Cell>.Has((int)cell)))
        {
            faults.Add("cells", "may hold at most 128 members of the vocabulary");
        }

        CheckSeen(asked, faults);
    }

    /// <summary>The push as seen. Its receiver is the holder itself until the duties say to whom.</summary>
    public static Request Map(Wire.AssessDutyRequest asked, PartyRef holder, DateOnly lawDate)
    {
        var cells = CellCategories.WithTopics([.. asked.Cells.Select(cell => (Cell)(int)cell)]);
        return new Request
        {
            Flow = Flow.Push,
            Receiver = holder,
            Holder = holder,
            Needs = new NeedList([], cells.IsEmpty ? CellSet.All : cells),
            Evidence = EvidenceMapping.Map(asked.Seen.Select(evidence => new Wire.BasisClaim { Evidence = evidence })),
            Unborn = asked.Unborn,
            LawDate = lawDate,
        };
    }

    private static void CheckSeen(Wire.AssessDutyRequest asked, FieldFaults faults)
    {
        if (asked.Seen.Count == 0)
        {
            faults.Add("seen", "must say what was seen");
        }

        for (var place = 0; place < asked.Seen.Count; place++)
        {
            var kind = asked.Seen[place].KindCase;
            if (!Kinds.Contains(kind))
            {
                faults.Add($"seen[{place}]", "must be report, avert, danger or pregnancy");
            }
            else if (asked.Seen.Take(place).Any(before => before.KindCase == kind))
            {
                faults.Add($"seen[{place}]", "is of a kind that is given already");
            }

            EvidenceCheck.Check(asked.Seen[place], $"seen[{place}]", faults);
        }
    }
}
