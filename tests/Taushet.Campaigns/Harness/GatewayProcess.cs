using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Taushet.Campaigns.Harness;

/// <summary>A gateway in a process of its own, as an operator would start it.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    /// <summary>SIGSTOP.</summary>
    public const int Stop = 19;

    /// <summary>SIGCONT.</summary>
    public const int Continue = 18;

    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly Health.HealthClient health;
    private bool disposed;

    private GatewayProcess(Process process, Uri address)
    {
        this.process = process;
        Channel = GrpcChannel.ForAddress(address);
        health = new Health.HealthClient(Channel);
    }

    public GrpcChannel Channel { get; }

    /// <summary>What the gateway said of its store's failures.</summary>
    public FaultLines Faults { get; } = new();

    public bool HasExited => process.HasExited;

    /// <summary>Starts a gateway on a scene and waits until it answers.</summary>
    public static async Task<GatewayProcess> StartAsync(Scene scene, GatewayStart how)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] program = how.StandIn is { } name
            ? [Path.Combine(AppContext.BaseDirectory, "Taushet.Campaigns.dll"), name]
            : [Path.Combine(AppContext.BaseDirectory, "Taushet.Gateway.dll")];
        string[] command = [.. how.Tracer, "dotnet", .. program];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (setting, value) in scene.GatewayEnvironment.Concat(how.Environment))
        {
            start.Environment[setting] = value;
        }

        start.Environment["Taushet__Listen"] = address.ToString();
        var started = new GatewayProcess(Process.Start(start)!, address);
        started.Listen();
        await started.WaitAsync(status => how.UntilHealthy ? status == ServingStatus.Serving : status is not null);
        return started;
    }

    /// <summary>Tells a stand-in what to do, through its standard input.</summary>
    public async Task TellAsync(string order)
    {
        await process.StandardInput.WriteLineAsync(order);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>SIGKILL: nothing in the process gets to finish.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the gateway finishes its calls and gives its log up.</summary>
    public async Task ShutDownAsync()
    {
        Signal(Terminate);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: the process stands still wherever it is, and knows nothing of it.</summary>
    public void Suspend() => Signal(Stop);

    /// <summary>SIGCONT: it goes on where it stood.</summary>
    public void Resume() => Signal(Continue);

    /// <summary>What the gateway says of its health, or null when it does not answer.</summary>
    public async Task<ServingStatus?> HealthAsync()
    {
        try
        {
            return (await health.CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow.AddSeconds(2))).Status;
        }
        catch (RpcException)
        {
            return null;
        }
    }

    /// <summary>Waits until the gateway says that it is healthy.</summary>
    /// <exception cref="InvalidOperationException">It did not in good time, or is no more.</exception>
    public Task WaitUntilHealthyAsync() => WaitAsync(status => status == ServingStatus.Serving);

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!process.HasExited)
        {
            await KillAsync();
        }

        Channel.Dispose();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    /// <summary>Sends a signal to a process of the campaign's own.</summary>
    public static void Signal(int process, int signal)
    {
        if (SendSignal(process, signal) != 0)
        {
            throw new InvalidOperationException("The process is no more.");
        }
    }

    private void Signal(int signal) => Signal(process.Id, signal);

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Faults.Read(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (!string.IsNullOrWhiteSpace(line.Data))
            {
                Console.Error.WriteLine($"  gateway: {line.Data}");
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task WaitAsync(Func<ServingStatus?, bool> wanted)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && !process.HasExited)
        {
            if (wanted(await HealthAsync()))
            {
                return;
            }

            await Task.Delay(25);
        }

        throw new InvalidOperationException(process.HasExited
            ? $"The gateway ended with code {process.ExitCode}."
            : $"The gateway did not become healthy within {Patience.TotalSeconds:F0} s.");
    }
}
