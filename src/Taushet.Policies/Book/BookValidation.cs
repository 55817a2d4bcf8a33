using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;

namespace Taushet.Policies.Book;

/// <summary>What must hold across the files of a book. Each rule is checked whatever is wrong with the others.</summary>
internal sealed class BookValidation(
    IReadOnlyList<RuleDraft> rules,
    IReadOnlyList<(GiverRule Giver, MapReader Map)> givers,
    IReadOnlyList<(PurposeNeeds Needs, MapReader Map)> purposes)
{
    public void Check()
    {
        var softlyShielded = rules
            .Where(draft => draft.Rule.Step == Step.SoftShield && draft.Map.Find("when") is null)
            .Aggregate(CellSet.Empty, (cells, draft) => cells | draft.Rule.Cells);
        var ruleIds = rules.Select(draft => draft.Rule.Id).ToHashSet(StringComparer.Ordinal);
        CheckIds();
        foreach (var draft in rules)
        {
            RuleValidation.Check(draft, softlyShielded);
            CheckComesWith(draft, ruleIds);
            CheckPurposes(draft);
        }

        foreach (var (giver, map) in givers)
        {
            RuleValidation.CheckDates(map, giver.From, giver.To);
            RuleValidation.CheckNotEmpty(map, "citations", giver.Citations.IsEmpty);
            RuleValidation.CheckNotEmpty(map, "areas", giver.Areas.IsEmpty);
        }

        foreach (var (needs, map) in purposes)
        {
            RuleValidation.CheckNotEmpty(map, "receivers", needs.Receivers.IsEmpty);
            RuleValidation.CheckNotEmpty(map, "needs", needs.AtMost.IsEmpty);
            CheckContext(needs, map);
        }
    }

    private static void CheckContext(PurposeNeeds needs, MapReader map)
    {
        // INVARIANT: what is listed as context is never necessary.
        if (needs.AtMost.Any(entry => entry.Need == Need.Context))
        {
            map.Source.Report(
                map.At("needs"),
                FaultKind.BadValue,
                "The need 'context' can justify nothing.",
                "Name the need that the cells serve, or leave them out.");
        }
    }

    private void CheckIds()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = rules.Select(draft => (draft.Rule.Id, draft.Map, Key: "rule"))
            .Concat(givers.Select(draft => (draft.Giver.Id, draft.Map, Key: "giver")));
        foreach (var (id, map, key) in all.Where(entry => !seen.Add(entry.Id)))
        {
            map.Source.Report(map.At(key), FaultKind.DuplicateId, $"The id '{id}' is used twice.", "Give each rule its own.");
        }
    }

    private static void CheckComesWith(RuleDraft draft, HashSet<string> ruleIds)
    {
        foreach (var item in draft.Map.Source.Items(draft.Map.Find("comes_with"), "comes_with"))
        {
            if (item.ToString() is var id && !ruleIds.Contains(id))
            {
                draft.Map.Source.Report(item, FaultKind.UnknownRule, $"No rule has the id '{id}'.", "Correct the id.");
            }
        }
    }

    private void CheckPurposes(RuleDraft draft)
    {
        var covered = default(ServiceSet);
        foreach (var purpose in draft.Rule.Purposes.ToList())
        {
            var receivers = ReceiversOf(purpose);
            covered |= receivers;
            Report(draft, receivers.ToList().Any(draft.Rule.Receivers.Contains), $"'{Codes<Purpose>.Of(purpose)}' of these receivers");
        }

        // Several purposes may share a rule: each serves some of its receivers, and each receiver can have one of them.
        var missing = string.Join(", ", (draft.Rule.Receivers - covered).ToList().Select(Codes<Service>.Of));
        Report(draft, draft.Rule.Purposes.IsEmpty || missing.Length == 0, $"the purposes of {missing}");
    }

    private ServiceSet ReceiversOf(Purpose purpose) => purposes
        .Where(entry => entry.Needs.Purpose == purpose)
        .Aggregate(default(ServiceSet), (services, entry) => services | entry.Needs.Receivers);

    private static void Report(RuleDraft draft, bool said, string what)
    {
        if (!said)
        {
            draft.Map.Source.Report(
                draft.Map.At("purposes"),
                FaultKind.PurposeMissing,
                $"purposes.yaml does not say what {what} can need.",
                "Add it there, or narrow the rule.");
        }
    }
}
