using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Taushet.Campaigns.Harness;
using Taushet.Client;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Campaigns.Disclosures;

/// <summary>Senders with an outbox each, which they write into while it sends. A sender restarts now and then, as the rest does.</summary>
internal sealed class Senders : IAsyncDisposable
{
    private const int Count = 8;

    private readonly string folder;
    private readonly Scene scene;
    private readonly string[] children;
    private readonly int total;
    private readonly CancellationTokenSource stop = new();
    private readonly Task[] running;
    private readonly int[] put = new int[Count];
    private volatile DisclosureService.DisclosureServiceClient? client;
    private int resent;
    private int restarts;

    public Senders(string folder, Scene scene, int total)
    {
        this.folder = folder;
        this.scene = scene;
        this.total = total;
        children = [.. scene.People.Children.Where(child => scene.People.AgeOf(child) is >= 7 and <= 15).Take(64).Select(child => child.NationalNumber)];
        running = [.. Enumerable.Range(0, Count).Select(sender => Task.Run(() => SendAsync(sender)))];
    }

    /// <summary>How many disclosures the outboxes know to be stored.</summary>
    public int Stored => Volatile.Read(ref stored);

    /// <summary>How often a disclosure was submitted that had been stored before.</summary>
    public int Resent => Volatile.Read(ref resent);

    public int Restarts => Volatile.Read(ref restarts);

    /// <summary>What the gateway would not take for good.</summary>
    public List<string> Refused { get; } = [];

    private int stored;

    /// <summary>Whom they send to from now on; null: nobody.</summary>
    public void SendTo(GatewayProcess? gateway) => client = gateway is null ? null : new DisclosureService.DisclosureServiceClient(gateway.Channel);

    public Task DoneAsync() => Task.WhenAll(running);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    // Sender n has the children and the serial numbers of which n is the remainder.
    private async Task SendAsync(int sender)
    {
        var keys = File.ReadAllText(Path.Combine(scene.Folder, Storage.Files.DataFiles.CheckpointPublicKeys));
        var headers = scene.Credentials(Organisations.School);
        var mine = (total - sender + Count - 1) / Count;
        var random = new Random(sender);
        var before = 0;
        while (!stop.IsCancellationRequested)
        {
            using var outbox = new DisclosureOutbox(Path.Combine(folder, $"outbox-{sender}.db"), new byte[32], TimeProvider.System);
            for (var round = random.Next(5, 40); round > 0 && !stop.IsCancellationRequested; round--)
            {
                for (var n = 0; n < 20 && put[sender] < mine; n++)
                {
                    outbox.Put(Report(sender + (put[sender]++ * Count)));
                }

                var left = await outbox.SendAsync(asked => SubmitAsync(asked, headers), new ReceiptCheck(LogKeys.Parse(keys)), stop.Token);
                var items = outbox.Items();
                Refused.AddRange(items.Where(item => item.State == OutboxState.Refused).Select(item => $"{item.LastStatus}: {item.Told}"));
                var now = items.Count(item => item.State == OutboxState.Stored);
                Interlocked.Add(ref stored, now - before);
                before = now;
                if (left == 0 && put[sender] == mine)
                {
                    return;
                }

                await Task.Delay(left > 0 ? 100 : 1, stop.Token);
            }

            Interlocked.Increment(ref restarts);
        }
    }

    private async Task<SubmitDisclosureResponse> SubmitAsync(SubmitDisclosureRequest asked, Metadata headers)
    {
        var present = client ?? throw new RpcException(new Status(StatusCode.Unavailable, "There is no gateway."));
        var options = new CallOptions(headers, DateTime.UtcNow.AddSeconds(5));
        try
        {
            var answer = await present.SubmitDisclosureAsync(asked, options);
            if (Random.Shared.NextDouble() < 0.1)
            {
                answer = await present.SubmitDisclosureAsync(asked, options);
            }

            Interlocked.Add(ref resent, answer.RepeatedSubmission ? 1 : 0);
            return answer;
        }
        catch (ObjectDisposedException)
        {
            // The campaign has ended this gateway under the call.
            throw new RpcException(new Status(StatusCode.Unavailable, "There is no gateway."));
        }
    }

    private Disclosure Report(int serial) => new()
    {
        DisclosureId = ByteString.CopyFrom(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)),
        Child = new ChildRef { NationalNumber = children[serial % children.Length] },
        Sender = new DisclosureSender
        {
            Party = new Party { OrganisationNumber = Organisations.School.Number, Service = Service.PrimarySchool },
            Employee = new ActingPerson { Reference = "employee-1", Role = "teacher" },
        },
        Receiver = new Party { OrganisationNumber = Organisations.Barnevern.Number, Service = Service.Barnevern },
        Ground = new DisclosureGround
        {
            ReportOfConcern = new ReportEvidence { Trigger = Trigger.Maltreatment, Certainty = Certainty.ReasonToBelieve },
        },
        CaseReference = serial.ToString(CultureInfo.InvariantCulture),
        Content = new DisclosureContent { Narrative = new Narrative { Concern = $"What was seen, number {serial}." } },
    };
}
