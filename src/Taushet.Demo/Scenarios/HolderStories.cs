using Google.Protobuf;
using Grpc.Core;
using Taushet.Demo.People;
using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;
using Route = Taushet.V1.Route;

namespace Taushet.Demo.Scenarios;

/// <summary>
/// What the law leaves to the holder: a request waits until a named employee answers it, and a decision made beforehand opens until it
/// is ended. Told in steps, each an answer of its own.
/// </summary>
/// <param name="channel">The gateway.</param>
/// <param name="issuers">Mint the callers' tokens.</param>
internal sealed class HolderStories(ChannelBase channel, TownIssuers issuers)
{
    private static readonly Cell[] Asked = [Cell.ClientRelation, Cell.ChildSchooling];
    private static readonly ActingPerson Leader = new() { Reference = "leder-3", Role = "leder i barnevernstjenesten" };

    private readonly SharingService.SharingServiceClient sharing = new(channel);
    private readonly HolderInboxService.HolderInboxServiceClient inbox = new(channel);
    private readonly PendingResultService.PendingResultServiceClient results = new(channel);
    private readonly StandingDecisionService.StandingDecisionServiceClient standing = new(channel);

    private static Party Barnevern => Organisations.Barnevern.Party;

    /// <summary>Plays every step.</summary>
    public async Task<IReadOnlyList<(Scenario Scenario, Answer Answer)>> PlayAsync(Child child, DateOnly today, CancellationToken cancellation)
    {
        var asked = await AskAsync(child, cancellation);
        await AnswerAsync(asked.Pending.Handle, cancellation);
        var collected = await results.GetPendingResultAsync(
            new GetPendingResultRequest { Receiver = Organisations.School.Party, Handle = asked.Pending.Handle }, As(Organisations.School, cancellation));
        var decision = await standing.RecordStandingDecisionAsync(Decision(today), As(Organisations.Barnevern, cancellation));
        var opened = await AskAsync(child, cancellation);
        await EndAsync(decision.Decision, cancellation);
        var closed = await AskAsync(child, cancellation);
        return
        [
            (Waiting(child, "holder-waits", "The school asks barnevern what helps to carry the measure out: it waits for an employee"), Answer.Of(asked)),
            (Given(child, "holder-answers", "An employee of barnevern answers: the school collects that, decided anew, and nothing more"), Answer.Of(collected.Answer)),
            (Given(child, "holder-decided", "Barnevern has decided it for the school once and for all: the same question is answered at once"), Answer.Of(opened)),
            (Waiting(child, "holder-ended", "The decision is ended: the same question waits again"), Answer.Of(closed)),
        ];
    }

    private static Scenario Waiting(Child child, string name, string story) => new()
    {
        Name = name,
        Story = story,
        Caller = Organisations.School,
        Inquiry = InquiryOn(child),
        Cites = ["bvl § 13-1"],
        Routes = [Route.AskHolder],
    };

    private static Scenario Given(Child child, string name, string story) => Waiting(child, name, story) with
    {
        Gives = [Cell.ClientRelation],
        As = Outcome.MayByHolder,
    };

    private static Inquiry InquiryOn(Child child) => Of(
        child,
        Organisations.School,
        Organisations.Barnevern,
        Purpose.CarryOutMeasure,
        For(Need.CareDaily, Asked),
        Claim(Basis.BarnevernOwnTasks));

    private static RecordStandingDecisionRequest Decision(DateOnly today) => new()
    {
        Holder = Barnevern,
        Terms = new StandingDecisionTerms
        {
            Receiver = Service.PrimarySchool,
            Purpose = Purpose.CarryOutMeasure,
            Cells = { Cell.ClientRelation },
            FromDate = $"{today:yyyy-MM-dd}",
            ToDate = $"{today.AddMonths(6):yyyy-MM-dd}",
        },
        DecidedBy = Leader,
        Reason = "Skolen gjennomfører tiltaket sammen med oss.",
    };

    private async Task<RequestInformationResponse> AskAsync(Child child, CancellationToken cancellation) =>
        await sharing.RequestInformationAsync(
            new RequestInformationRequest { Inquiry = InquiryOn(child) }, As(Organisations.School, cancellation));

    private async Task AnswerAsync(ByteString handle, CancellationToken cancellation)
    {
        var waiting = await inbox.ListWaitingRequestsAsync(
            new ListWaitingRequestsRequest { Holder = Barnevern }, As(Organisations.Barnevern, cancellation));
        var request = waiting.Requests.Single(one => one.Handle == handle);
        await inbox.AnswerWaitingRequestAsync(
            new AnswerWaitingRequestRequest
            {
                Holder = Barnevern,
                Handle = request.Handle,
                ExpectedVersion = request.Version,
                DecidedBy = Leader,
                Reason = "Skolen må vite at barnet får hjelp fra oss.",
                Cells = { Cell.ClientRelation },
            },
            As(Organisations.Barnevern, cancellation));
    }

    private async Task EndAsync(StandingDecision decision, CancellationToken cancellation) =>
        await standing.EndStandingDecisionAsync(
            new EndStandingDecisionRequest
            {
                Holder = Barnevern,
                Id = decision.Id,
                ExpectedVersion = decision.Current.Version,
                DecidedBy = Leader,
                Reason = "Tiltaket er avsluttet.",
            },
            As(Organisations.Barnevern, cancellation));

    // Neither of the two callers here proves a key, so that the rpc is not looked at.
    private CallOptions As(Organisation caller, CancellationToken cancellation) =>
        new(issuers.As(caller, rpc: string.Empty), cancellationToken: cancellation);
}
