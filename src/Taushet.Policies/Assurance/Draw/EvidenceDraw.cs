using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>Puts chosen facts into the evidence that carries them.</summary>
internal sealed class EvidenceDraw(Chance chance, IReadOnlyDictionary<FactSlot, int?> chosen, Func<FactSlot, int?> free)
{
    /// <summary>Evidence with every part that a chosen fact lies in; each other part one time in ten.</summary>
    public Evidence Draw(CellSet scope) => new()
    {
        Order = Part("order.", () => Order(scope)),
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
        HolderDecision = chance.Percent(30) ? new HolderDecision(chance.Member<EvidenceLevel>(), chance.Some(scope)) : null,
        Feedback = Part("feedback.", () => new FeedbackEvidence(
            Yes(FactSlot.FeedbackReference),
            YesNo(FactSlot.FeedbackProfessional),
            YesNo(FactSlot.FeedbackInvestigationEnded),
            YesNo(FactSlot.FeedbackNeeded))),
        AuthorityOrder = Part("authority.", () => new AuthorityOrderEvidence(
            chance.Member<EvidenceLevel>(),
            Yes(FactSlot.AuthorityReference),
            YesNo(FactSlot.AuthorityStatesPurpose),
            YesNo(FactSlot.AuthorityStatesBasis),
            YesNo(FactSlot.AuthorityStatesComplaint),
            YesNo(FactSlot.AuthorityWritten),
            chance.Some(scope))),
        Mandate = Part("mandate.", () => new MandateEvidence(
            chance.Member<EvidenceLevel>(), Yes(FactSlot.MandateReference), chance.Some(scope))),
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

    private OrderEvidence Order(CellSet scope)
    {
        var complete = Value(FactSlot.OrderComplete) == 1;
        var lacks = complete ? 0 : 1 + chance.Below(3);
        return new OrderEvidence(
            Value(FactSlot.OrderLevel) is { } level ? (EvidenceLevel)level : EvidenceLevel.Asserted,
            Member<OrderCase>(FactSlot.OrderCase),
            HasReference: lacks != 1,
            HasNecessity: lacks != 2,
            lacks == 3 ? CellSet.Empty : chance.Some(scope),
            YesNo(FactSlot.OrderWritten),
            YesNo(FactSlot.OrderAvoidsSeriousSituation));
    }

    private T? Part<T>(string prefix, Func<T> make)
        where T : class =>
        chosen.Keys.Any(slot => Codes<FactSlot>.Of(slot).StartsWith(prefix, StringComparison.Ordinal)) || chance.Percent(10)
            ? make()
            : null;

    private bool Yes(FactSlot slot) => Value(slot) == 1;

    private int? Value(FactSlot slot) => chosen.TryGetValue(slot, out var value) ? value : free(slot);
}
