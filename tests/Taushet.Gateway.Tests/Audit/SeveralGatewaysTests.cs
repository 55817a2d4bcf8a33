using Grpc.Core;
using Grpc.Health.V1;
using Taushet.Client;
using Taushet.Core.Trail.Tree;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Log;
using Taushet.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Taushet.Gateway.Tests.Audit;

/// <summary>Several gateways on one database, and one whose database has lost entries.</summary>
public sealed class SeveralGatewaysTests
{
    private const int Each = 40;

    [Fact]
    public async Task TwoGateways_InterleavedLoad_EachProvesItsOwnLogAndTheTrailIsOne()
    {
        await using var first = await TestGateway.StartPatientAsync();
        await using var second = await AnotherGateway.StartAsync(first, "second");
        var credentials = first.As(Town.Barnevern);

        var answers = await Task.WhenAll(new[] { first.Client, second.Client }.SelectMany(client =>
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => LoadAsync(client, credentials)))));

        var receipts = answers.SelectMany(some => some).ToList();
        var check = new ReceiptCheck(first.LogKeys);
        receipts.ShouldAllBe(answer => check.Check(answer, null) is ReceiptVerdict.Holds);
        receipts.GroupBy(answer => answer.Receipt.LogId).Select(log => log.Select(answer => answer.Receipt.Index).Order())
            .ShouldAllBe(places => places.SequenceEqual(Enumerable.Range(0, Each).Select(place => (ulong)place)));
        var logs = await first.Store.Trail.LogsAsync(default);
        logs.Select(log => (log.Gateway, log.Size)).Order().ShouldBe([("gateway", (long)Each), ("second", Each)]);
        (await first.Store.Trail.CountAsync(default)).ShouldBe(2 * Each);
        (await second.Store.Trail.ReadAsync(default).CountAsync()).ShouldBe(2 * Each);
    }

    [Fact]
    public async Task Gateway_WhoseCheckpointFileIsAheadOfItsDatabase_AnswersNothingUntilANewLogIsBegun()
    {
        await using var first = await TestGateway.StartPatientAsync();
        var request = Town.Request(Town.Order(Town.Known, Cell.Attendance));
        await using (var before = await AnotherGateway.StartAsync(first, "second"))
        {
            var answer = await before.Client.RequestInformationAsync(request, first.As(Town.Barnevern));
            var log = new Guid(answer.Receipt.LogId.Span, bigEndian: true);
            await File.AppendAllTextAsync(before.Settings.CheckpointFile, before.Settings.Signer.Sign(log, 9, new byte[TreeHash.Size]) + "\n");
        }

        await using var gateway = await AnotherGateway.StartAsync(first, "second");
        (await gateway.Health.CheckAsync(new HealthCheckRequest())).Status.ShouldBe(ServingStatus.NotServing);
        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await gateway.Client.RequestInformationAsync(request, first.As(Town.Barnevern)));
        refused.StatusCode.ShouldBe(StatusCode.Unavailable);

        var begun = await LogResume.BeginNewLogAsync(gateway.Store.Logs, gateway.Settings, default);

        for (var look = 0; look < 200 && (await gateway.Health.CheckAsync(new HealthCheckRequest())).Status != ServingStatus.Serving; look++)
        {
            await Task.Delay(25);
        }

        var again = await gateway.Client.RequestInformationAsync(request, first.As(Town.Barnevern));
        (new Guid(again.Receipt.LogId.Span, bigEndian: true), again.Receipt.Index).ShouldBe((begun, 0UL));
        new ReceiptCheck(first.LogKeys).Check(again).ShouldBeOfType<ReceiptVerdict.Holds>();
    }

    private static async Task<List<RequestInformationResponse>> LoadAsync(SharingService.SharingServiceClient client, Metadata credentials)
    {
        var answers = new List<RequestInformationResponse>();
        for (var n = 0; n < Each / 4; n++)
        {
            answers.Add(await client.RequestInformationAsync(Town.Request(Town.Order(Town.Known, Cell.Attendance)), credentials));
        }

        return answers;
    }
}
