using System.Diagnostics;
using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Hosts;
using Taushet.Demo.Town;
using Taushet.Storage.Files;

namespace Taushet.Campaigns.Disclosures;

/// <summary>Gateway, receiver and senders under way, and what happens to them.</summary>
internal sealed class DisclosureFaults : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Taushet__LogLease"] = "00:00:02",
        ["Taushet__DeliveryInterval"] = "00:00:00.050",
        ["Taushet__Redelivery"] = "00:00:01",
        ["Taushet__RegistryMaxAge"] = "1.00:00:00",
    };

    private readonly Scene scene;
    private readonly string folder;
    private readonly ReceiverProcess receiver;
    private readonly Random random = new(20261126);

    private DisclosureFaults(Scene scene, string folder, int count, GatewayProcess gateway)
    {
        this.scene = scene;
        this.folder = folder;
        Gateway = gateway;
        PointTo(gateway);
        File.Copy(Path.Combine(scene.Folder, DataFiles.CheckpointPublicKeys), Path.Combine(folder, "vkeys"));
        File.WriteAllText(Path.Combine(folder, "token"), scene.Credentials(Organisations.Barnevern).GetValue("authorization"));
        receiver = new ReceiverProcess(folder);
        Senders = new Senders(folder, scene, count);
        Senders.SendTo(gateway);
        Count = count;
    }

    public GatewayProcess Gateway { get; private set; }

    public Senders Senders { get; }

    public int GatewayKills { get; private set; }

    public int ReceiverKills { get; private set; }

    public int Stalls { get; private set; }

    public int StoreAway { get; private set; }

    private int Count { get; }

    public static async Task<DisclosureFaults> StartAsync(Scene scene, string folder, int count) =>
        new(scene, folder, count, await GatewayProcess.StartAsync(scene, new GatewayStart { Environment = Settings }));

    /// <summary>Lets faults happen until everything has been handled, or nothing has for too long.</summary>
    /// <returns>What did not hold.</returns>
    public async Task<List<string>> PlayAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var quiet = Stopwatch.StartNew();
        var handled = 0;
        while (handled < Count && quiet.Elapsed < patience)
        {
            // A long campaign lives a little longer between two faults, so that it ends.
            await Task.Delay(random.Next(300, Count > 1000 ? 8000 : 2500), cancellation);
            await HappenAsync(cancellation);
            var now = EffectFile.Read(Path.Combine(folder, "effects")).Count;
            if (now > handled)
            {
                quiet.Restart();
                if (now * 10 / Count > handled * 10 / Count)
                {
                    Console.WriteLine($"  {now} of {Count} handled, {Senders.Stored} stored, gateway killed {GatewayKills} times");
                }
            }

            handled = now;
        }

        // What was acknowledged late may still be under way.
        var client = new V1.DeliveryService.DeliveryServiceClient(Gateway.Channel);
        var party = new V1.Party { OrganisationNumber = Organisations.Barnevern.Number, Service = V1.Service.Barnevern };
        var asked = new V1.ReconcileDisclosuresRequest { Party = party, Side = V1.DisclosureSide.Receiver };
        quiet.Restart();
        while (quiet.Elapsed < patience
            && (await client.ReconcileDisclosuresAsync(asked, scene.Credentials(Organisations.Barnevern), cancellationToken: cancellation)).Total.Open > 0)
        {
            await Task.Delay(500, cancellation);
        }

        var done = Senders.DoneAsync();
        return await Task.WhenAny(done, Task.Delay(patience, cancellation)) == done ? [] : ["the senders' outboxes never emptied"];
    }

    public async ValueTask DisposeAsync()
    {
        await Senders.DisposeAsync();
        await receiver.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    private async Task HappenAsync(CancellationToken cancellation)
    {
        switch (random.Next(10))
        {
            case < 4:
                GatewayKills++;
                Senders.SendTo(null);
                await Gateway.DisposeAsync();
                Gateway = await GatewayProcess.StartAsync(scene, new GatewayStart { Environment = Settings });
                PointTo(Gateway);
                Senders.SendTo(Gateway);
                break;
            case < 7:
                ReceiverKills++;
                await receiver.KillAsync();
                break;
            case < 9:
                Stalls++;
                await receiver.StallAsync(TimeSpan.FromMilliseconds(random.Next(200, 1500)));
                break;
            default:
                StoreAway++;
                var putBack = scene.Store.TakeAway();
                await Task.Delay(random.Next(300, 1200), cancellation);
                putBack();
                await Gateway.WaitUntilHealthyAsync();
                break;
        }
    }

    // Moved into place: the receiver reads the one address or the other.
    private void PointTo(GatewayProcess gateway)
    {
        var path = Path.Combine(folder, "gateway");
        File.WriteAllText(path + ".new", $"http://{gateway.Channel.Target}");
        File.Move(path + ".new", path, overwrite: true);
    }
}
