using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Holder;

/// <summary>The school asks barnevern for what barnevern may choose to give; barnevern has an inbox and a source.</summary>
internal sealed class InboxScene(TestGateway gateway) : IAsyncDisposable
{
    public static readonly Cell[] Asked = [Cell.ClientRelation, Cell.CareSafetyCollection];

    private static readonly Party School = new() { OrganisationNumber = Town.School, Service = Service.PrimarySchool };

    public TestGateway Gateway => gateway;

    public HolderInboxService.HolderInboxServiceClient Inbox { get; } = new(gateway.Invoker);

    public PendingResultService.PendingResultServiceClient Results { get; } = new(gateway.Invoker);

    public static async Task<InboxScene> StartAsync(Func<GatewayOptions, GatewayOptions>? change = null)
    {
        var gateway = await TestGateway.StartAsync(
            options =>
            {
                options = options with { SourceTimeout = TimeSpan.FromSeconds(10), InboxInterval = TimeSpan.FromMilliseconds(50) };
                return change?.Invoke(options) ?? options;
            },
            HolderBook.Policies);
        await gateway.RegisterAsync(
            Town.Barnevern, Taushet.Core.Vocabulary.Service.Barnevern, source: gateway.Source.Address);
        return new InboxScene(gateway);
    }

    public async Task<RequestInformationResponse> AskAsync(string child) =>
        await gateway.Client.RequestInformationAsync(Town.Request(Standing.Ask(child, Asked)), gateway.As(Town.School));

    /// <summary>The school asks psychiatry for what the consenting child has consented to and for what psychiatry may choose to give.</summary>
    public async Task<RequestInformationResponse> AskPsychiatryAsync()
    {
        var inquiry = Town.Plain(Town.Consenting, Cell.ClinicalDiagnosis, Cell.ClinicalSummary);
        inquiry.Bases.Add(new BasisClaim { Basis = Basis.WeightyInterests });
        return await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.School));
    }

    /// <summary>Psychiatry gives the summary.</summary>
    public async Task<AnswerWaitingRequestResponse> GiveSummaryAsync(ByteString handle) => await Inbox.AnswerWaitingRequestAsync(
        new AnswerWaitingRequestRequest
        {
            Holder = new Party { OrganisationNumber = Town.Psychiatry, Service = Service.ChildAndYouthPsychiatry },
            Handle = handle,
            ExpectedVersion = 1,
            DecidedBy = new ActingPerson { Reference = "doctor-2", Role = "doctor" },
            Reason = "The school needs it to teach.",
            Cells = { Cell.ClinicalSummary },
        },
        gateway.As(Town.Psychiatry));

    public async Task<List<WaitingRequest>> ListAsync() =>
        [.. (await Inbox.ListWaitingRequestsAsync(
            new ListWaitingRequestsRequest { Holder = Standing.Holder }, gateway.As(Town.Barnevern))).Requests];

    public async Task<GetWaitingRequestResponse> ReadAsync(ByteString handle) => await Inbox.GetWaitingRequestAsync(
        new GetWaitingRequestRequest { Holder = Standing.Holder, Handle = handle, ActingPerson = Standing.Leader },
        gateway.As(Town.Barnevern));

    public async Task<AnswerWaitingRequestResponse> AnswerAsync(ByteString handle, uint version, params Cell[] cells) =>
        await Inbox.AnswerWaitingRequestAsync(
            new AnswerWaitingRequestRequest
            {
                Holder = Standing.Holder,
                Handle = handle,
                ExpectedVersion = version,
                DecidedBy = Standing.Leader,
                Reason = "The school carries the measure out with us.",
                Cells = { cells },
            },
            gateway.As(Town.Barnevern));

    public async Task<RequestInformationResponse> CollectAsync(ByteString handle) => (await Results.GetPendingResultAsync(
        new GetPendingResultRequest { Receiver = School, Handle = handle }, gateway.As(Town.School))).Answer;

    public async Task<WithdrawPendingRequestResponse> WithdrawAsync(ByteString handle) => await Results.WithdrawPendingRequestAsync(
        new WithdrawPendingRequestRequest
        {
            Receiver = School,
            Handle = handle,
            ActingPerson = new ActingPerson { Reference = "employee-9", Role = "teacher" },
        },
        gateway.As(Town.School));

    public AsyncServerStreamingCall<WatchPendingResultResponse> Watch(ByteString handle, TimeSpan deadline) =>
        Results.WatchPendingResult(
            new WatchPendingResultRequest { Receiver = School, Handle = handle },
            gateway.As(Town.School),
            DateTime.UtcNow + deadline);

    public async Task<List<StoredEntry>> EntriesAsync()
    {
        var entries = new List<StoredEntry>();
        await foreach (var entry in gateway.Store.Trail.ReadAsync(default))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public static Task<RpcException> FailsAsync(Func<Task> call) => Should.ThrowAsync<RpcException>(call);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();
}
