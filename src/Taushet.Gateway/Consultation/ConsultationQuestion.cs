using Taushet.Core.Anonymising;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consultation;

/// <summary>A case to be discussed as the decider reads it: a push to the receiver, on the holder's own decision.</summary>
internal static class ConsultationQuestion
{
    /// <summary>Whose judgement it is that nobody can recognise the child.</summary>
    public static Wire.AnonymityJudge JudgeOf(Wire.PrepareConsultationRequest asked, Generalised told) =>
        asked.Confirmation is { TextsDoNotIdentify: true } ? Wire.AnonymityJudge.Human
        : told.Place.Extent != PlaceExtent.Untold ? Wire.AnonymityJudge.Count
        : Wire.AnonymityJudge.Nobody;

    /// <summary>The push. Its evidence is what a human or the count has judged, and the employee's own decision to discuss.</summary>
    public static Request Map(Wire.PrepareConsultationRequest asked, PartyRef holder, Wire.AnonymityJudge judge, DateOnly lawDate)
    {
        var receiver = new PartyRef(
            asked.Receiver.OrganisationNumber,
            asked.Receiver.UnitNumber,
            (Service)(int)asked.Receiver.Service,
            Known<ServiceForm>.Unknown);
        var unrecognisable = judge is Wire.AnonymityJudge.Human or Wire.AnonymityJudge.Count ? true : Known<bool>.Unknown;
        var knownToReceiver = asked.HasKnownToReceiver ? asked.KnownToReceiver : Known<bool>.Unknown;
        return new Request
        {
            Flow = Flow.Push,
            Receiver = receiver,
            Holder = holder,
            Purpose = Purpose.AnonymisedDiscussion,
            Needs = new NeedList([(Need.Discuss, CellsOf(asked))]),
            Asserted = MemberSet<Basis>.Of(Basis.Anonymised),
            Evidence = new Evidence
            {
                Anonymity = new AnonymityEvidence(unrecognisable, knownToReceiver),
                HolderDecision = new HolderDecision(EvidenceLevel.Asserted, CellSet.All),
            },
            Unborn = asked.Unborn,
            LawDate = lawDate,
        };
    }

    /// <summary>What was seen, as an assessment of duties asks it.</summary>
    public static Wire.AssessDutyRequest SeenIn(Wire.PrepareConsultationRequest asked)
    {
        var seen = new Wire.AssessDutyRequest { Unborn = asked.Unborn, Seen = { asked.Seen } };
        if (asked.HasChildAge)
        {
            seen.ChildAge = asked.ChildAge;
        }

        return seen;
    }

    // Without content the law is told of everything that can be discussed.
    private static CellSet CellsOf(Wire.PrepareConsultationRequest asked) =>
        ContentWalk.CellsOf(asked.Information) is { IsEmpty: false } cells ? cells : CellSet.All;
}
