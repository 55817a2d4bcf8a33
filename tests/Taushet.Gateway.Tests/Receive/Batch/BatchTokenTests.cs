using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Tests.Registration;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive.Batch;

/// <summary>A stream that outlives what let its caller in.</summary>
public sealed class BatchTokenTests
{
    private const string Rpc = "/taushet.v1.SharingService/RequestInformationBatch";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <summary>INVARIANT: no item is taken after the token's expiry, and every item that was taken before it is answered.</summary>
    [Fact]
    public async Task Token_ExpiresWithItemsInFlight_TheyAreAnsweredAndLoggedAndNoneIsTakenAfter()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var release = HoldSource(gateway);
        using var batch = BatchCall.Open(gateway, ShortLived(gateway, Town.Barnevern));
        foreach (var request in Orders(5))
        {
            await batch.SendAsync(request);
        }

        await UntilAsync(() => gateway.Source.Calls.Count == 5);
        gateway.Clock.Now += TimeSpan.FromSeconds(60);
        await TrySendAsync(batch, Orders(3));
        release.SetResult();
        var (messages, end) = await batch.RestAsync();

        messages.Count(message => message.Answer?.Information is not null).ShouldBe(5);
        messages.Count.ShouldBe(5);
        (end.StatusCode, end.Detail).ShouldBe(
            (StatusCode.Unauthenticated, "The token of this stream holds no more: get a new one and call again. What was answered on this stream stands."));
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(5);
        BadTokens(gateway).ShouldBe(1);
    }

    [Fact]
    public async Task Token_ExpiresWhileTheStreamIsIdle_EndsItWithoutAnotherItem()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var batch = BatchCall.Open(gateway, ShortLived(gateway, Town.School));
        await batch.SendAsync(Plain());
        (await batch.NextAsync()).Answer.ShouldNotBeNull();

        gateway.Clock.Now += TimeSpan.FromSeconds(24);
        await batch.SendAsync(Plain());
        (await batch.NextAsync()).Answer.ShouldNotBeNull();
        gateway.Clock.Now += TimeSpan.FromSeconds(1);
        var (messages, end) = await batch.RestAsync().WaitAsync(Soon);

        messages.ShouldBeEmpty();
        end.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(2);
        BadTokens(gateway).ShouldBe(1);
    }

    [Fact]
    public async Task Token_HoldsToTheEnd_EndsWell()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var batch = BatchCall.Open(gateway, ShortLived(gateway, Town.School));

        var (messages, end) = await batch.RunAsync([Plain(), Plain()]);

        (messages.Count, end.StatusCode, BadTokens(gateway)).ShouldBe((2, StatusCode.OK, 0));
    }

    [Fact]
    public async Task Receiver_RevokedWithItemsInFlight_TheyAreAnsweredAndLaterItemsAreRefused()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var release = HoldSource(gateway);
        using var batch = BatchCall.Open(gateway, Town.Barnevern);
        foreach (var request in Orders(4))
        {
            await batch.SendAsync(request);
        }

        await UntilAsync(() => gateway.Source.Calls.Count == 4);
        await RevokeAsync(gateway, Town.Barnevern, Core.Vocabulary.Service.Barnevern);
        foreach (var request in Orders(2))
        {
            await batch.SendAsync(request);
        }

        await batch.CompleteAsync();
        var first = new[] { await batch.NextAsync(), await batch.NextAsync() };
        release.SetResult();
        var (messages, end) = await batch.RestAsync();

        first.ShouldAllBe(message => message.Error.Status.Code == (int)StatusCode.PermissionDenied);
        messages.Count(message => message.Answer?.Information is not null).ShouldBe(4);
        end.StatusCode.ShouldBe(StatusCode.OK);
        var kinds = await gateway.Store.Trail.ReadAsync(default).Select(entry => entry.Public.Kind).ToListAsync();
        kinds.Count(kind => kind == EntryKind.Request).ShouldBe(4);
    }

    [Fact]
    public async Task Integration_WithdrawnMidway_LaterItemsAreRefused()
    {
        await using var town = await Administering.StartAsync();
        await town.ConfirmAsync(await town.ProposeAsync());
        var token = town.Issuers.Maskinporten.Token(town.Issuers.Now, Administering.Newcomer, "taushet:share taushet:school").Write();
        using var batch = BatchCall.Open(town.Gateway, Identify.Issuers.Bearer(token));
        await batch.SendAsync(OfNewcomer());
        (await batch.NextAsync()).Answer.ShouldNotBeNull();

        var other = await town.ProposeAsync(Administering.Second, seen: 1, asked => asked.Register.Integrations[0].Scope = "taushet:other");
        await town.ConfirmAsync(other, Administering.First);
        await batch.SendAsync(OfNewcomer());

        (await batch.NextAsync()).Error.Status.Code.ShouldBe((int)StatusCode.PermissionDenied);
    }

    /// <summary>Ends a registration yesterday.</summary>
    internal static Task RevokeAsync(TestGateway gateway, string organisation, Core.Vocabulary.Service service) =>
        gateway.Store.Registrar.RegisterAsync(
            new Participant(
                organisation,
                string.Empty,
                service,
                Core.Vocabulary.ServiceForm.Municipal,
                "Unit",
                "00000000",
                SourceAddress: null,
                new DateOnly(2000, 1, 1),
                DateOnly.FromDateTime(TestGateway.Start.UtcDateTime).AddDays(-1)),
            default);

    /// <summary>A token for 20 seconds, and 5 for what the issuer's clock may differ.</summary>
    internal static Metadata ShortLived(TestGateway gateway, string organisation)
    {
        var now = gateway.Clock.Now;
        return new Metadata
        {
            { "authorization", $"Bearer {gateway.Issuer.Issue(organisation, now, made => made.Expires = now.AddSeconds(20).UtcDateTime)}" },
            { "taushet-person-token", gateway.Issuer.Person(organisation, now) },
        };
    }

    private static TaskCompletionSource HoldSource(TestGateway gateway)
    {
        var release = new TaskCompletionSource();
        gateway.Source.Answer = async (_, _) =>
        {
            await release.Task;
            return new GetLeavesResponse { Information = FilledRecord.Everything() };
        };
        return release;
    }

    private static int BadTokens(TestGateway gateway) =>
        (int)((Attempts)gateway.Host.Services.GetService(typeof(Attempts))!).Of(AttemptKind.BadToken, Rpc);

    private static RequestInformationRequest Plain() => Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis));

    private static RequestInformationRequest OfNewcomer()
    {
        var request = Plain();
        request.Inquiry.Receiver.OrganisationNumber = Administering.Newcomer;
        return request;
    }

    private static IEnumerable<RequestInformationRequest> Orders(int count) =>
        Enumerable.Range(0, count).Select(_ => Town.Request(Town.Order(Town.Known, Cell.Attendance)));

    private static async Task TrySendAsync(BatchCall batch, IEnumerable<RequestInformationRequest> requests)
    {
        try
        {
            foreach (var request in requests)
            {
                await batch.SendAsync(request);
            }
        }
        catch (RpcException)
        {
            // The stream has ended; its reader tells how.
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < Soon && !holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        holds().ShouldBeTrue();
    }
}
