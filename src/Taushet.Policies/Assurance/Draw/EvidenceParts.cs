using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>Puts facts into the evidence that carries them.</summary>
internal abstract class EvidenceParts
{
    /// <summary>The evidence with every part that is there.</summary>
    public Evidence Make() => new()
    {
        Order = Part("order.", Order),
        Report = Part("report.", () => new ReportEvidence(
            Member<Trigger>(FactSlot.ReportTrigger),
            Member<Certainty>(FactSlot.ReportCertainty),
            YesNo(FactSlot.ReportAbuseSuspected),
            YesNo(FactSlot.ReportInformingEndangers),
            YesNo(FactSlot.ReportAcute))),
        Avert = Part("avert.", () => new AvertEvidence(
            Number(FactSlot.AvertCrime),
            Member<Certainty>(FactSlot.AvertCertainty),
            YesNo(FactSlot.AvertStillPossible),
            Number(FactSlot.AvertVictimAge),
            YesNo(FactSlot.AvertAboutEqual))),
        Danger = Part("danger.", () => new DangerEvidence(
            YesNo(FactSlot.DangerSeriousHarm),
            YesNo(FactSlot.DangerLifeOrHealth),
            YesNo(FactSlot.DangerStillPossible))),
        Pregnancy = Part("pregnancy.", () => new PregnancyEvidence(Member<Certainty>(FactSlot.PregnancyDamageLikely))),
        HolderDecision = Decided(),
        Feedback = Part("feedback.", () => new FeedbackEvidence(
            Yes(FactSlot.FeedbackReference),
            YesNo(FactSlot.FeedbackProfessional),
            YesNo(FactSlot.FeedbackInvestigationEnded),
            YesNo(FactSlot.FeedbackNeeded))),
        AuthorityOrder = Part("authority.", () => new AuthorityOrderEvidence(
            Level(),
            Yes(FactSlot.AuthorityReference),
            YesNo(FactSlot.AuthorityStatesPurpose),
            YesNo(FactSlot.AuthorityStatesBasis),
            YesNo(FactSlot.AuthorityStatesComplaint),
            YesNo(FactSlot.AuthorityWritten),
            Scope())),
        Mandate = Part("mandate.", () => new MandateEvidence(Level(), Yes(FactSlot.MandateReference), Scope())),
        InformationRight = Part("information.", () => new InformationRightEvidence(
            YesNo(FactSlot.InformationChildDeclines),
            YesNo(FactSlot.InformationWeightyAgainst),
            YesNo(FactSlot.InformationNecessary),
            YesNo(FactSlot.InformationCanHarm),
            YesNo(FactSlot.InformationConfidential))),
        Anonymity = Part("anonymity.", () => new AnonymityEvidence(
            YesNo(FactSlot.AnonymityCannotBeRecognised), YesNo(FactSlot.AnonymityKnownToReceiver))),
    };

    public Known<bool> YesNo(FactSlot slot) => Value(slot) is { } value ? value == 1 : Known<bool>.Unknown;

    public Known<int> Number(FactSlot slot) => Value(slot) is { } value ? value : Known<int>.Unknown;

    public Known<T> Member<T>(FactSlot slot)
        where T : struct, Enum =>
        Value(slot) is { } value ? (T)Enum.ToObject(typeof(T), value) : Known<T>.Unknown;

    /// <summary>The fact, or null when it is unknown.</summary>
    protected abstract int? Value(FactSlot slot);

    /// <summary>Whether the part is there whose facts begin so.</summary>
    protected abstract bool Has(string prefix);

    /// <summary>The cells that an order or mandate asks for.</summary>
    protected abstract CellSet Scope();

    /// <summary>How well what has no fact of its own for it is established.</summary>
    protected abstract EvidenceLevel Level();

    /// <summary>What an order that is not complete lacks: its reference, its necessity or its scope.</summary>
    protected abstract Lack Lacking();

    /// <summary>What a named employee of the holder has decided.</summary>
    protected abstract HolderDecision? Decided();

    private OrderEvidence Order()
    {
        Lack? lacks = Value(FactSlot.OrderComplete) == 1 ? null : Lacking();
        return new OrderEvidence(
            Value(FactSlot.OrderLevel) is { } level ? (EvidenceLevel)level : EvidenceLevel.Asserted,
            Member<OrderCase>(FactSlot.OrderCase),
            HasReference: lacks != Lack.Reference,
            HasNecessity: lacks != Lack.Necessity,
            lacks == Lack.Scope ? CellSet.Empty : Scope(),
            YesNo(FactSlot.OrderWritten),
            YesNo(FactSlot.OrderAvoidsSeriousSituation));
    }

    private T? Part<T>(string prefix, Func<T> make)
        where T : class =>
        Has(prefix) ? make() : null;

    private bool Yes(FactSlot slot) => Value(slot) == 1;

    /// <summary>What makes an order incomplete.</summary>
    protected enum Lack
    {
        /// <summary>Its reference.</summary>
        Reference,

        /// <summary>Why it is necessary.</summary>
        Necessity,

        /// <summary>What it asks for.</summary>
        Scope,
    }
}
