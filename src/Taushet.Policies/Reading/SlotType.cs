using System.Globalization;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Reading;

/// <summary>How the value of a fact reads: its number for a word, whether its values have an order, what they are called, and the word.</summary>
internal sealed record SlotType(Func<Source, YamlNode, int?> Value, bool Ordered, Func<Phrases, int, string> Text, Func<int, string> Word)
{
    private static readonly SlotType YesOrNo =
        new((source, node) => source.YesOrNo(node) is { } yes ? (yes ? 1 : 0) : null, Ordered: false, (_, number) => number == 1 ? "ja" : "nei", number => number == 1 ? "yes" : "no");

    private static readonly SlotType Number = new(
        (source, node) => source.Number(node),
        Ordered: true,
        (_, number) => number.ToString(CultureInfo.InvariantCulture),
        number => number.ToString(CultureInfo.InvariantCulture));

    public static SlotType Of(FactSlot slot) => slot switch
    {
        FactSlot.Age or FactSlot.AvertCrime or FactSlot.AvertVictimAge => Number,
        FactSlot.HolderForm or FactSlot.ReceiverForm => Member<ServiceForm>(),
        FactSlot.Grading => Member<Grading>(),
        FactSlot.Care => Member<CareSituation>(),
        FactSlot.Responsibility => Member<ParentalResponsibility>(),
        FactSlot.OrderCase => Member<OrderCase>(),
        FactSlot.OrderLevel => Member<EvidenceLevel>(ordered: true),
        FactSlot.ReportTrigger => Member<Trigger>(),
        FactSlot.ReportCertainty or FactSlot.AvertCertainty or FactSlot.PregnancyDamageLikely => Member<Certainty>(ordered: true),
        FactSlot.ConsentArea => Member<ConsentArea>(),
        FactSlot.Child or FactSlot.Unborn or FactSlot.Dead or FactSlot.HiddenAddress or FactSlot.ContactBan => YesOrNo,
        FactSlot.OrderComplete or FactSlot.OrderWritten or FactSlot.OrderAvoidsSeriousSituation => YesOrNo,
        FactSlot.ReportAbuseSuspected or FactSlot.ReportInformingEndangers or FactSlot.ReportAcute => YesOrNo,
        FactSlot.AvertStillPossible or FactSlot.AvertAboutEqual => YesOrNo,
        FactSlot.DangerSeriousHarm or FactSlot.DangerLifeOrHealth or FactSlot.DangerStillPossible => YesOrNo,
        FactSlot.FeedbackReference or FactSlot.FeedbackProfessional => YesOrNo,
        FactSlot.FeedbackInvestigationEnded or FactSlot.FeedbackNeeded => YesOrNo,
        FactSlot.AuthorityReference or FactSlot.AuthorityStatesPurpose or FactSlot.AuthorityStatesBasis => YesOrNo,
        FactSlot.AuthorityStatesComplaint or FactSlot.AuthorityWritten or FactSlot.MandateReference => YesOrNo,
        FactSlot.InformationChildDeclines or FactSlot.InformationWeightyAgainst => YesOrNo,
        FactSlot.InformationNecessary or FactSlot.InformationCanHarm or FactSlot.InformationConfidential => YesOrNo,
        FactSlot.AnonymityCannotBeRecognised or FactSlot.AnonymityKnownToReceiver => YesOrNo,
        FactSlot.ConsentComplete or FactSlot.ConsentChildHeard or FactSlot.ConsentBySelf => YesOrNo,
        FactSlot.ConsentKeptFromGuardians => YesOrNo,
    };

    private static SlotType Member<T>(bool ordered = false)
        where T : struct, Enum =>
        new((source, node) => source.Code<T>(node) is { } member ? MemberNumber.Of(member) : null, ordered, TextOf<T>, WordOf<T>);

    private static string TextOf<T>(Phrases phrases, int number)
        where T : struct, Enum =>
        Codes<T>.Members.FirstOrDefault(member => MemberNumber.Of(member) == number) is var member && MemberNumber.Of(member) == number
            ? phrases.Of(member)
            : number.ToString(CultureInfo.InvariantCulture);

    private static string WordOf<T>(int number)
        where T : struct, Enum =>
        Codes<T>.Of((T)Enum.ToObject(typeof(T), number));
}
