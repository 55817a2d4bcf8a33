using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>Hand-made rules, one a line. They say nothing of the law; a test changes what it needs with "with".</summary>
internal static class Rules
{
    public static readonly DateOnly InForce = new(2020, 1, 1);

    public static Rule Duty(string id, params ReadOnlySpan<Cell> cells) => Of(id, Step.Duty, Outcome.Must, cells);

    public static Rule OwnDuty(string id, params ReadOnlySpan<Cell> cells) =>
        Duty(id, cells) with { OwnInitiative = true, Flows = MemberSet<Flow>.Of(Flow.Push) };

    public static Rule RoutingShield(string id, params ReadOnlySpan<Cell> cells) =>
        Of(id, Step.RoutingShield, Outcome.Withhold, cells);

    public static Rule SoftShield(string id, params ReadOnlySpan<Cell> cells) =>
        Of(id, Step.SoftShield, Outcome.Withhold, cells);

    public static Rule Recipient(string id, params ReadOnlySpan<string> admitted) =>
        Of(id, Step.Recipient, Outcome.Withhold) with { Cells = CellSet.All, ComesWith = [.. admitted] };

    public static Rule Opening(string id, params ReadOnlySpan<Cell> cells) =>
        Of(id, Step.Opening, Outcome.MayOnRequest, cells) with { Bases = MemberSet<Basis>.Of(Basis.NewSchool) };

    public static Rule HolderOpening(string id, params ReadOnlySpan<Cell> cells) =>
        Opening(id, cells) with { Outcome = Outcome.MayByHolder };

    public static Rule HumanOpening(string id, params ReadOnlySpan<Cell> cells) =>
        Opening(id, cells) with { Outcome = Outcome.RouteToHuman };

    public static Rule Consent(string id, params ReadOnlySpan<Cell> cells) =>
        Of(id, Step.Consent, Outcome.MayOnRequest, cells) with
        {
            Bases = MemberSet<Basis>.Of(Basis.Consent),
            Within = Scope.Consent,
            When = Conditions.Yes(FactSlot.ConsentComplete),
        };

    public static Rule Anonymised(string id, params ReadOnlySpan<Cell> cells) =>
        HolderOpening(id, cells) with { Step = Step.Anonymised };

    public static Rule Base(string id) => Of(id, Step.Base, Outcome.Withhold);

    public static Rule Notice(string id, params ReadOnlySpan<Cell> cells) => Of(id, Step.Notice, Outcome.Withhold, cells);

    public static Rule Danger(string id, params ReadOnlySpan<Cell> cells) =>
        Of(id, Step.Endangerment, Outcome.Withhold, cells);

    public static Rule Obliges(string id, params ReadOnlySpan<Obligation> obligations) =>
        Of(id, Step.Obligation, Outcome.Withhold) with { Obligations = MemberSet<Obligation>.Of(obligations) };

    public static GiverRule Giver(string id, GiverRequirement requires) => new(
        id,
        [CitationOf(id)],
        Confidence.Verified,
        InForce,
        To: null,
        MemberSet<ConsentArea>.Of(ConsentArea.General),
        Condition.Always,
        requires);

    public static Citation CitationOf(string id) => new("act", "LOV-2000-01-01-1", id);

    private static Rule Of(string id, Step step, Outcome outcome, params ReadOnlySpan<Cell> cells) => new()
    {
        Id = id,
        Title = id,
        Reason = id,
        Step = step,
        Citations = [CitationOf(id)],
        Confidence = Confidence.Verified,
        From = InForce,
        Holders = ServiceSet.All,
        Receivers = ServiceSet.All,
        Flows = MemberSet<Flow>.Of(Flow.Pull, Flow.Push, Flow.Asked),
        Purposes = MemberSet<Purpose>.Of(Purpose.ChangeOfSchool),
        Cells = CellSet.Of(cells),
        Outcome = outcome,
    };
}
