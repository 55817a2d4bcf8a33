using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>The facts by name, as the book's conditions read them. A fact that is not there is unknown.</summary>
internal sealed class SpecFacts
{
    private const int Majority = 18;

    private readonly Request request;
    private readonly Facts facts;
    private readonly Dictionary<FactSlot, int?> instead;

    public SpecFacts(Request request, Facts facts)
        : this(request, facts, [])
    {
    }

    private SpecFacts(Request request, Facts facts, Dictionary<FactSlot, int?> instead) =>
        (this.request, this.facts, this.instead) = (request, facts, instead);

    /// <summary>The fact, or null when it is unknown.</summary>
    public int? this[FactSlot slot] => instead.TryGetValue(slot, out var value) ? value : Told(slot);

    /// <summary>The facts below the duties: whether it is a child is unknown when the age is.</summary>
    public SpecFacts BelowTheDuties() =>
        request.Unborn || facts.Age.IsKnown ? this : With((FactSlot.Child, null));

    /// <summary>The facts while a consent is tested.</summary>
    public SpecFacts With(params IEnumerable<(FactSlot Slot, int? Value)> consent)
    {
        var with = new Dictionary<FactSlot, int?>(instead);
        foreach (var (slot, value) in consent)
        {
            with[slot] = value;
        }

        return new SpecFacts(request, facts, with);
    }

    private Evidence Stated => request.Evidence;

    private OrderEvidence? Order => request.Evidence.Order;

    private bool? OrderIsComplete => Order is null ? null : Order.HasReference && Order.HasNecessity && Order.Scope.ToList().Count > 0;

    // For duties a child of unknown age is a child.
    private bool IsChild => !request.Unborn && (!facts.Age.IsKnown || facts.Age.Value < Majority);

    private int? Told(FactSlot slot) => slot switch
    {
        FactSlot.Unborn => Number(request.Unborn),
        FactSlot.Child => Number(IsChild),
        FactSlot.Age => Number(facts.Age),
        FactSlot.Dead => Number(facts.Dead),
        FactSlot.Grading => Number(facts.Grading),
        FactSlot.Care => Number(facts.Care),
        FactSlot.HiddenAddress => Number(facts.HiddenAddress),
        FactSlot.ContactBan => Number(facts.ContactBan),
        FactSlot.Responsibility => Number(facts.Responsibility),
        FactSlot.HolderForm => Number(request.Holder.Form),
        FactSlot.ReceiverForm => Number(request.Receiver.Form),
        FactSlot.OrderCase => Number(Order?.CaseType),
        FactSlot.OrderComplete => Number(OrderIsComplete),
        FactSlot.OrderWritten => Number(Order?.Written),
        FactSlot.OrderAvoidsSeriousSituation => Number(Order?.AvoidsSeriousSituation),
        FactSlot.OrderLevel => (int?)Order?.Level,
        FactSlot.ReportTrigger => Number(Stated.Report?.Trigger),
        FactSlot.ReportCertainty => Number(Stated.Report?.Certainty),
        FactSlot.ReportAbuseSuspected => Number(Stated.Report?.AbuseSuspected),
        FactSlot.ReportInformingEndangers => Number(Stated.Report?.InformingEndangers),
        FactSlot.ReportAcute => Number(Stated.Report?.Acute),
        FactSlot.AvertCrime => Number(Stated.Avert?.Crime),
        FactSlot.AvertCertainty => Number(Stated.Avert?.Certainty),
        FactSlot.AvertStillPossible => Number(Stated.Avert?.StillPossible),
        FactSlot.AvertVictimAge => Number(Stated.Avert?.VictimAge),
        FactSlot.AvertAboutEqual => Number(Stated.Avert?.AboutEqual),
        FactSlot.DangerSeriousHarm => Number(Stated.Danger?.SeriousHarm),
        FactSlot.DangerLifeOrHealth => Number(Stated.Danger?.LifeOrHealth),
        FactSlot.DangerStillPossible => Number(Stated.Danger?.StillPossible),
        FactSlot.PregnancyDamageLikely => Number(Stated.Pregnancy?.DamageLikely),
        FactSlot.FeedbackReference => Number(Stated.Feedback?.HasReference),
        FactSlot.FeedbackProfessional => Number(Stated.Feedback?.ProfessionalReporter),
        FactSlot.FeedbackInvestigationEnded => Number(Stated.Feedback?.InvestigationEnded),
        FactSlot.FeedbackNeeded => Number(Stated.Feedback?.NeededForOwnFollowUp),
        FactSlot.AuthorityReference => Number(Stated.AuthorityOrder?.HasReference),
        FactSlot.AuthorityStatesPurpose => Number(Stated.AuthorityOrder?.StatesPurpose),
        FactSlot.AuthorityStatesBasis => Number(Stated.AuthorityOrder?.StatesLegalBasis),
        FactSlot.AuthorityStatesComplaint => Number(Stated.AuthorityOrder?.StatesComplaint),
        FactSlot.AuthorityWritten => Number(Stated.AuthorityOrder?.Written),
        FactSlot.MandateReference => Number(Stated.Mandate?.HasReference),
        FactSlot.InformationChildDeclines => Number(Stated.InformationRight?.ChildDeclines),
        FactSlot.InformationWeightyAgainst => Number(Stated.InformationRight?.WeightyConsiderationsAgainst),
        FactSlot.InformationNecessary => Number(Stated.InformationRight?.NecessaryForResponsibility),
        FactSlot.InformationCanHarm => Number(Stated.InformationRight?.CanHarm),
        FactSlot.InformationConfidential => Number(Stated.InformationRight?.ConfidentialTowardsParent),
        FactSlot.AnonymityCannotBeRecognised => Number(Stated.Anonymity?.CannotBeRecognised),
        FactSlot.AnonymityKnownToReceiver => Number(Stated.Anonymity?.KnownToReceiver),

        // Known only while a consent is tested.
        FactSlot.ConsentArea or FactSlot.ConsentComplete or FactSlot.ConsentChildHeard or FactSlot.ConsentBySelf
            or FactSlot.ConsentKeptFromGuardians => null,
    };

    private static int? Number(bool? fact) => fact is { } yes ? (yes ? 1 : 0) : null;

    private static int? Number(Known<bool>? fact) => fact is { IsKnown: true } known ? Number(known.Value) : null;

    private static int? Number(Known<int>? fact) => fact is { IsKnown: true } known ? known.Value : null;

    private static int? Number<T>(Known<T>? fact)
        where T : struct, Enum =>
        fact is { } told ? Number(told) : null;

    private static int? Number<T>(Known<T> fact)
        where T : struct, Enum =>
        fact.IsKnown ? Convert.ToInt32(fact.Value) : null;
}
