using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Trail;

/// <summary>A gateway whose log is read, with the auditors of its town.</summary>
internal sealed class Auditing : IAsyncDisposable
{
    private Auditing(TestGateway gateway)
    {
        Gateway = gateway;
        Tokens = new DevelopmentTokens(gateway);
        Log = new AccessLogService.AccessLogServiceClient(gateway.Invoker);
    }

    public TestGateway Gateway { get; }

    public DevelopmentTokens Tokens { get; }

    public AccessLogService.AccessLogServiceClient Log { get; }

    public static async Task<Auditing> StartAsync(Func<GatewayOptions, GatewayOptions>? change = null) =>
        new(await TestGateway.StartAsync(options => (change?.Invoke(options) ?? options) with { DevelopmentIssuer = true }));

    public static LogReader Reader(string organisation, Service service) => new()
    {
        Party = new Party { OrganisationNumber = organisation, Service = service },
        ActingPerson = new ActingPerson { Reference = "auditor-1", Role = "log controller" },
        Reference = "control-7",
    };

    public static LogReader School() => Reader(Town.School, Service.PrimarySchool);

    public static LogReader Barnevern() => Reader(Town.Barnevern, Service.Barnevern);

    public static LogReader Psychiatry() => Reader(Town.Psychiatry, Service.ChildAndYouthPsychiatry);

    public static EntryFilter Of(string child) => new() { Child = new ChildRef { NationalNumber = child } };

    /// <summary>An order of barnevern on the school's record, as the clock goes on.</summary>
    public async Task<RequestInformationResponse> OrderAsync(string child, params Cell[] cells)
    {
        Gateway.Clock.Now += TimeSpan.FromSeconds(1);
        return await Gateway.Client.RequestInformationAsync(Town.Request(Town.Order(child, cells)), Gateway.As(Town.Barnevern));
    }

    /// <summary>A pull of the school on psychiatry, which nothing opens.</summary>
    public async Task<RequestInformationResponse> PlainAsync(string child, params Cell[] cells)
    {
        Gateway.Clock.Now += TimeSpan.FromSeconds(1);
        return await Gateway.Client.RequestInformationAsync(Town.Request(Town.Plain(child, cells)), Gateway.As(Town.School));
    }

    /// <summary>A report of the school to barnevern.</summary>
    public async Task<AssessResponse> ReportAsync(string child, params Cell[] cells)
    {
        Gateway.Clock.Now += TimeSpan.FromSeconds(1);
        var asked = new AssessRequest { Flow = Flow.Push, Inquiry = Town.Report(child, cells) };
        return await Gateway.Client.AssessAsync(asked, Gateway.As(Town.School));
    }

    public async Task<SearchEntriesResponse> SearchAsync(LogReader reader, EntryFilter? filter = null, uint size = 0)
    {
        await Indexed.WaitAsync(Gateway.Store.Index);
        return await Log.SearchEntriesAsync(
            new SearchEntriesRequest { Reader = reader, Filter = filter, PageSize = size },
            Tokens.As(reader.Party.OrganisationNumber, "auditor"));
    }

    /// <summary>The requests alone: readings of the log stand in the log as well.</summary>
    public async Task<IReadOnlyList<AccessEntry>> FoundAsync(LogReader reader, EntryFilter? filter = null) =>
        [.. (await SearchAsync(reader, filter)).Entries.Where(entry => !entry.Kind.StartsWith("log-", StringComparison.Ordinal))];

    public static async Task<StatusCode> RefusedAsync(Func<Task> call) => (await Should.ThrowAsync<RpcException>(call)).StatusCode;

    public Timestamp Now => Timestamp.FromDateTimeOffset(Gateway.Clock.Now);

    public async ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        await Gateway.DisposeAsync();
    }
}
