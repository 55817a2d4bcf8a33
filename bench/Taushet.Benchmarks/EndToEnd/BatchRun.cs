using System.Diagnostics;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Taushet.Cli.Load;
using Taushet.V1;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>One stream of 1,000 items beside 1,000 single calls, 64 at a time, by turns on the same gateway.</summary>
internal static class BatchRun
{
    private const int Items = 1000;
    private const int AtATime = 64;
    private const int WarmUps = 3;
    private const int Rounds = 11;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("taushet-batch-").FullName;
        Console.WriteLine(MachineFacts.Read(folder));
        try
        {
            using var source = await ServerProcess.StartAsync(Servers.Source, folder);
            using var gateway = await ServerProcess.StartAsync(Servers.GatewayRole, folder);
            var (token, request) = (EndToEndRun.Token(folder), EndToEndRun.Request());
            using var calls = new GrpcTargets(token, request);
            using var channel = GrpcChannel.ForAddress(gateway.Address);
            var single = calls.Request("request", gateway.Address, receipted: true);
            var (singles, batches) = (new List<double>(), new List<double>());
            var checkpoints = 0;
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                singles.Add(await PerSecondAsync(() => CallAsync(single)));
                batches.Add(await PerSecondAsync(async () => checkpoints = await StreamAsync(channel, token, request)));
            }

            Tell("1,000 single calls", singles);
            Tell($"one stream of 1,000 ({checkpoints} checkpoints in the last)", batches);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Tell(string what, List<double> rates)
    {
        var measured = rates.Skip(WarmUps).Order().ToList();
        Console.WriteLine($"{what}: median {measured[Rounds / 2]:F0} requests/s, {measured[0]:F0} to {measured[^1]:F0} in {Rounds} rounds");
    }

    private static async Task<double> PerSecondAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Items / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Task CallAsync(LoadTarget target)
    {
        var left = Items;
        return Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await target.Call(CancellationToken.None);
            }
        })));
    }

    /// <summary>Sends 1,000 items and reads their answers.</summary>
    /// <returns>How many checkpoints came among them.</returns>
    private static async Task<int> StreamAsync(GrpcChannel channel, string token, RequestInformationRequest request)
    {
        using var stream = new SharingService.SharingServiceClient(channel)
            .RequestInformationBatch(new Metadata { { "authorization", "Bearer " + token } });
        var sending = Task.Run(async () =>
        {
            for (var item = 0; item < Items; item++)
            {
                await stream.RequestStream.WriteAsync(new RequestInformationBatchRequest
                {
                    Item = new RequestInformationRequest(request) { RequestId = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(16)) },
                });
            }

            await stream.RequestStream.CompleteAsync();
        });
        var (answers, checkpoints) = (0, 0);
        while (await stream.ResponseStream.MoveNext(CancellationToken.None))
        {
            answers += stream.ResponseStream.Current.Answer?.Receipt is { LeafHash.Length: 32 } ? 1 : 0;
            checkpoints += stream.ResponseStream.Current.Checkpoint is null ? 0 : 1;
        }

        await sending;
        return answers == Items ? checkpoints : throw new InvalidDataException($"{answers} answers to {Items} items");
    }
}
