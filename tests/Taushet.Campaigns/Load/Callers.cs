using Grpc.Core;
using Taushet.Campaigns.Harness;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Campaigns.Load;

/// <summary>Callers that ask without a pause, each a call at a time, of every gateway in turn.</summary>
internal sealed class Callers : IAsyncDisposable
{
    /// <summary>How many call at once.</summary>
    public const int Count = 16;

    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMilliseconds(20);

    private readonly Scene scene;
    private readonly TimeSpan deadline;
    private readonly string[] pupils;
    private readonly CancellationTokenSource stop = new();
    private readonly Task[] running;
    private volatile Target[] targets = [];

    private Callers(Scene scene, TimeSpan deadline)
    {
        this.scene = scene;
        this.deadline = deadline;
        pupils = [.. scene.People.Children.Where(child => scene.People.AgeOf(child) is >= 7 and <= 15).Select(child => child.NationalNumber)];
        running = [.. Enumerable.Range(0, Count).Select(CallAsync)];
    }

    public Tally Tally { get; } = new();

    /// <summary>Starts the callers; they wait until they are given somebody to call.</summary>
    /// <param name="scene">Whose children they ask about.</param>
    /// <param name="deadline">The deadline of each call.</param>
    public static Callers Start(Scene scene, TimeSpan deadline) => new(scene, deadline);

    /// <summary>Whom they call from now on.</summary>
    public void Call(params IEnumerable<GatewayProcess> gateways) => targets =
    [
        .. gateways.Select(gateway => new Target(
            new SharingService.SharingServiceClient(gateway.Channel),
            scene.Credentials(Organisations.NewSchool))),
    ];

    /// <summary>Waits until so many more calls have been answered with data.</summary>
    /// <exception cref="InvalidOperationException">They were not, in good time.</exception>
    public async Task AnsweredAsync(int more)
    {
        var wanted = Tally.Of(Outcome.WithData) + more;
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (Tally.Of(Outcome.WithData) < wanted)
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException("The callers were not answered any more.");
            }

            await Task.Delay(5);
        }
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task CallAsync(int caller)
    {
        for (var call = caller; !stop.IsCancellationRequested; call += Count)
        {
            if (targets is not [_, ..] present || !await AnswersAsync(present[call / Count % present.Length], call))
            {
                await Task.Delay(PauseAfterRefusal, CancellationToken.None);
            }
        }
    }

    private async Task<bool> AnswersAsync(Target target, int call)
    {
        try
        {
            var request = Calls.NewSchool(pupils[call % pupils.Length]);
            var options = new CallOptions(target.Headers, DateTime.UtcNow + deadline);
            Tally.Take(await target.Client.RequestInformationAsync(request, options));
            return true;
        }
        catch (RpcException refused)
        {
            Tally.Take(refused);
        }
        catch (ObjectDisposedException)
        {
            // The campaign has ended this gateway under the call: there is nobody to answer it.
        }

        return false;
    }

    private sealed record Target(SharingService.SharingServiceClient Client, Metadata Headers);
}
