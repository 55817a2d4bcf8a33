using System.Globalization;
using Taushet.Campaigns.Harness;

namespace Taushet.Campaigns.Hosts;

/// <summary>
/// A gateway whose commits are slow or break off, as it is told on its standard input: <c>slow MILLISECONDS</c>,
/// <c>break SHARE</c>; 0 ends it.
/// </summary>
internal sealed class FaultyGateway
{
    /// <summary>The name by which it is started.</summary>
    public const string Name = "faulty-gateway";

    // Seldom enough for some to be answered between two breaks, often enough for many breaks in a few seconds.
    private static readonly TimeSpan Probe = TimeSpan.FromMilliseconds(50);

    private int delay;
    private double share;

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var faulty = new FaultyGateway();
        new Thread(faulty.Listen) { IsBackground = true }.Start();
        var options = StandInGateway.Options();
        await using var store = new SceneStore(options.DataDirectory).OpenToWrite(log => log with
        {
            Lease = options.LogLease,
            QueueCapacity = options.AuditQueue,
            ProbeInterval = Probe,
            BeforeStore = faulty.BeforeCommit,
            AfterStore = faulty.AfterCommit,
        });
        return await StandInGateway.RunAsync(options, store, cancellation);
    }

    private void Listen()
    {
        while (Console.ReadLine()?.Split(' ') is [var order, var value])
        {
            if (order == "slow")
            {
                Volatile.Write(ref delay, int.Parse(value, CultureInfo.InvariantCulture));
            }
            else
            {
                Volatile.Write(ref share, double.Parse(value, CultureInfo.InvariantCulture));
            }
        }
    }

    // The caller of COMMIT cannot tell a connection that broke before the server took it from one that broke after.
    private void BeforeCommit()
    {
        Thread.Sleep(Volatile.Read(ref delay));
        Break("before");
    }

    private void AfterCommit() => Break("after");

    private void Break(string when)
    {
        if (Random.Shared.NextDouble() < Volatile.Read(ref share))
        {
            throw new IOException($"The connection broke {when} COMMIT.");
        }
    }
}
