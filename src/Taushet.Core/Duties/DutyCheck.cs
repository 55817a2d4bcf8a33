using Taushet.Core.Decisions;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Duties;

/// <summary>Finds the duties that what was seen makes: decides the push to each receiver that a duty of the holder names.</summary>
/// <remarks>
/// INVARIANT: a duty is found by the decider alone, as it would decide the push itself.
/// It has no table of its own, and knows no act.
/// </remarks>
public static class DutyCheck
{
    /// <summary>Finds what is owed, and what is not.</summary>
    /// <param name="seen">The push as seen: holder, evidence, whether unborn, law date, the cells that could be told. Its receiver does not matter.</param>
    /// <param name="facts">What is known of the child: its age at most.</param>
    /// <param name="policies">The rule book.</param>
    public static DutyFindings Find(Request seen, Facts facts, PolicySet policies)
    {
        var duties = policies.Rules.Where(rule => rule is { Step: Step.Duty, OwnInitiative: true } && rule.Holders.Contains(seen.Holder.Service)).ToList();
        var named = duties.Aggregate(default(ServiceSet), (services, rule) => services | rule.Receivers);
        var owed = named.ToList().SelectMany(receiver => OwedTo(receiver, Towards(receiver, seen), facts, policies)).ToList();
        var found = owed.Select(duty => duty.Rule.Id).ToHashSet(StringComparer.Ordinal);
        return new DutyFindings(
            [.. Together(owed)],
            [.. duties.Where(rule => !found.Contains(rule.Id) && rule.InForceOn(seen.LawDate)).Select(rule => Absent(rule, seen, facts, policies))]);
    }

    private static Request Towards(Service receiver, Request seen) => seen with
    {
        Flow = Flow.Push,
        Receiver = new PartyRef(string.Empty, string.Empty, receiver, Known<ServiceForm>.Unknown),
    };

    private static IEnumerable<OwedDuty> OwedTo(Service receiver, Request push, Facts facts, PolicySet policies)
    {
        var decision = Decider.Decide(push, facts, policies);
        return decision.Applied
            .Where(applied => applied is { Near: false, Rule: { Step: Step.Duty, OwnInitiative: true } })
            .Select(applied => (applied.Rule, Cells: applied.Cells & (decision.Must | decision.RoutedToHuman)))
            .Where(duty => !duty.Cells.IsEmpty)
            .Select(duty => new OwedDuty(
                duty.Rule,
                ServiceSet.Of(receiver),
                duty.Rule.AlwaysNecessary & duty.Cells,
                duty.Cells,
                duty.Cells & decision.Relevant,
                duty.Cells & decision.ByHand,
                [.. Advice(duty.Rule, duty.Cells, decision)]));
    }

    private static IEnumerable<DutyAdvice> Advice(Rule duty, CellSet cells, Decision decision)
    {
        var comes = decision.Applied.Where(applied => Comes(applied, duty, cells, decision)).Select(applied => applied.Rule);
        return comes.Prepend(duty)
            .SelectMany(rule => rule.Obligations.ToList().Select(obligation => new DutyAdvice(obligation, rule)))
            .DistinctBy(advice => advice.Obligation);
    }

    private static bool Comes(AppliedRule applied, Rule duty, CellSet cells, Decision decision) => applied.Rule.Step switch
    {
        Step.Obligation => applied.Cells.Meets(cells) && (applied.Rule.ComesWith.IsEmpty || applied.Rule.ComesWith.Contains(duty.Id)),
        Step.RoutingShield => applied.Cells.Meets(cells & decision.ByHand),
        Step.Endangerment => applied.Cells.Meets(cells),
        Step.Duty or Step.SoftShield or Step.Recipient or Step.Opening or Step.Consent or Step.Anonymised or Step.Base
            or Step.Notice => false,
    };

    /// <summary>The same duty towards several receivers, told once.</summary>
    private static IEnumerable<OwedDuty> Together(List<OwedDuty> owed) => owed
        .GroupBy(duty => (duty.Rule.Id, duty.Cells, duty.Relevant, duty.ByHand, Advice: string.Join(' ', duty.Advice.Select(advice => advice.Obligation))))
        .Select(alike => alike.First() with { Receivers = alike.Aggregate(default(ServiceSet), (services, duty) => services | duty.Receivers) })
        .OrderBy(duty => duty.Rule.Id, StringComparer.Ordinal);

    private static AbsentDuty Absent(Rule rule, Request seen, Facts facts, PolicySet policies)
    {
        var push = Towards(rule.Receivers.ToList().First(), seen);
        return new AbsentDuty(rule, Explainer.LacksOf(rule, push, facts, policies));
    }
}
