using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Hosts;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Campaigns.Durability;

/// <summary>Durability shown by order: strace sees every answer leave after an fdatasync that followed its batch's last write.</summary>
internal static class DurabilityCampaign
{
    private const int Calls = 240;
    private const int Callers = 8;

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var durable = await TraceAsync(standIn: null, cancellation);
        Tell("synchronous=FULL", durable);
        var careless = await TraceAsync(CarelessGateway.Name, cancellation);
        Tell("synchronous=OFF", careless);
        var holds = durable.Count == Calls && durable.TrueForAll(finding => finding == OrderFinding.SyncedBeforeAnswer);
        var canFail = careless.Exists(finding => finding == OrderFinding.AnsweredBeforeSync);
        Console.WriteLine($"durability: {(holds ? "every answer follows its sync" : "BROKEN")}; "
            + $"{(canFail ? "and the check fails without syncs, as it must" : "but the check CANNOT FAIL")}");
        return holds && canFail ? 0 : 1;
    }

    private static void Tell(string setting, List<OrderFinding> findings) => Console.WriteLine(
        $"  {setting}: {findings.Count} answers: "
        + string.Join(", ", findings.CountBy(finding => finding).Select(pair => $"{pair.Value} {pair.Key}")));

    private static async Task<List<OrderFinding>> TraceAsync(string? standIn, CancellationToken cancellation)
    {
        await using var scene = await Scene.PrepareAsync(cancellation);
        var file = Path.Combine(scene.Folder, "trace.txt");
        string[] tracer =
        [
            "strace", "-f", "-y", "-xx", "-s", "65536", "-o", file,
            "-e", "trace=pwrite64,pwritev,write,writev,fdatasync,fsync,sendmsg,sendto",
        ];
        var entries = new List<byte[]>();
        await using (var gateway = await GatewayProcess.StartAsync(scene, new GatewayStart { Tracer = tracer, StandIn = standIn }))
        {
            var client = new SharingService.SharingServiceClient(gateway.Channel);
            var headers = scene.Credentials(Organisations.NewSchool);
            await Parallel.ForAsync(0, Calls, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (call, _) =>
            {
                var child = scene.People.Children[call];
                var request = Harness.Calls.NewSchool(child.NationalNumber);
                var answer = await client.RequestInformationAsync(request, headers, cancellationToken: cancellation);
                lock (entries)
                {
                    entries.Add(answer.Receipt.EntryId.ToByteArray());
                }
            });
        }

        var check = new OrderCheck(TraceReader.Read(File.ReadLines(file)));
        return [.. entries.Select(entry => check.Check(entry))];
    }
}
