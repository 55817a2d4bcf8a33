using System.Diagnostics;
using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>One scenario while it is played: its scene, its callers, its gateways, and what was seen.</summary>
internal sealed class FaultRun(int cycles, CancellationToken cancellation) : IAsyncDisposable
{
    /// <summary>The lease of every gateway's log.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(5);

    private readonly List<GatewayProcess> started = [];
    private readonly List<Action> afterwards = [];
    private Scene? scene;
    private Callers? callers;
    private bool ended;

    /// <summary>How often SIGKILL is to be sent.</summary>
    public int Cycles => cycles;

    public Scene Scene => scene ?? throw new InvalidOperationException("The scenario has not prepared its scene.");

    public Callers Callers => callers ?? throw new InvalidOperationException("The scenario has not prepared its scene.");

    /// <summary>How long it took each time until the gateway was healthy and answered again.</summary>
    public List<TimeSpan> Recoveries { get; } = [];

    /// <summary>What is worth telling beside the counts.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What did not hold.</summary>
    public List<string> Violations { get; } = [];

    public IEnumerable<GatewayProcess> Started => started;

    /// <summary>Prepares the scene and its callers, who have nobody to call yet.</summary>
    /// <param name="deadline">The deadline of each call; 5 s when null.</param>
    /// <param name="folder">An empty folder; a fresh one when null.</param>
    public async Task PrepareAsync(TimeSpan? deadline = null, string? folder = null)
    {
        scene = folder is null ? await Scene.PrepareAsync(cancellation) : await Scene.PrepareAsync(folder, cancellation);
        callers = Callers.Start(scene, deadline ?? UsualDeadline);
    }

    /// <summary>Starts a gateway on the scene.</summary>
    public async Task<GatewayProcess> StartAsync(GatewayStart? how = null)
    {
        how ??= GatewayStart.Plain;
        var settings = new Dictionary<string, string>(how.Environment) { ["Taushet__LogLease"] = Lease.ToString("c") };
        var gateway = await GatewayProcess.StartAsync(Scene, how with { Environment = settings });
        started.Add(gateway);
        return gateway;
    }

    /// <summary>Starts a gateway and has the callers call it until some have been answered.</summary>
    public async Task<GatewayProcess> StartUnderLoadAsync(GatewayStart? how = null)
    {
        var gateway = await StartAsync(how);
        Callers.Call(gateway);
        await Callers.AnsweredAsync(10 * Callers.Count);
        return gateway;
    }

    /// <summary>Lets a fault last for a while.</summary>
    /// <param name="time">How long.</param>
    /// <param name="felt">What callers must have seen meanwhile: a fault that nobody feels proves nothing.</param>
    public async Task LastAsync(TimeSpan time, params Outcome[] felt)
    {
        var before = Array.ConvertAll(felt, Callers.Tally.Of);
        await Task.Delay(time, cancellation);
        for (var i = 0; i < felt.Length; i++)
        {
            Require(Callers.Tally.Of(felt[i]) > before[i], $"no caller saw {felt[i]} while the fault lasted");
        }
    }

    /// <summary>Waits until the gateway is healthy and callers are answered, and notes how long that took.</summary>
    public async Task RecoverAsync(GatewayProcess gateway)
    {
        var waited = Stopwatch.StartNew();
        await gateway.WaitUntilHealthyAsync();
        Recoveries.Add(waited.Elapsed);
        await Callers.AnsweredAsync(Callers.Count);
    }

    public void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            Violations.Add(otherwise);
        }
    }

    /// <summary>Does something when the scene is gone.</summary>
    public void Afterwards(Action tidy) => afterwards.Add(tidy);

    /// <summary>Ends load and gateways. The scene stays, to be looked at.</summary>
    public async Task EndAsync()
    {
        if (callers is not null && !ended)
        {
            await callers.DisposeAsync();
        }

        foreach (var gateway in started.Where(_ => !ended))
        {
            await gateway.DisposeAsync();
        }

        ended = true;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        if (scene is not null)
        {
            await scene.DisposeAsync();
        }

        afterwards.ForEach(tidy => tidy());
    }
}
