using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Taushet.Campaigns.Harness;

/// <summary>A gateway in a process of its own, as an operator would start it.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private GatewayProcess(Process process, Uri address)
    {
        this.process = process;
        Channel = GrpcChannel.ForAddress(address);
    }

    public GrpcChannel Channel { get; }

    /// <summary>Starts a gateway on a scene's folder and waits until it is healthy.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="tracer">A command that runs it, such as strace with its options; empty for none.</param>
    /// <param name="program">The program and its arguments; the gateway itself when empty.</param>
    public static async Task<GatewayProcess> StartAsync(string folder, string[] tracer, string[] program)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] gateway = program.Length > 0 ? program : [Path.Combine(AppContext.BaseDirectory, "Taushet.Gateway.dll")];
        string[] command = [.. tracer, "dotnet", .. gateway];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Taushet__DataDirectory"] = folder;
        start.Environment["Taushet__PoliciesDirectory"] = Checkout.Policies;
        start.Environment["Taushet__Listen"] = address.ToString();
        start.Environment["Taushet__DevelopmentIssuer"] = "true";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var started = new GatewayProcess(Process.Start(start)!, address);
        started.Listen();
        await started.WaitUntilHealthyAsync();
        return started;
    }

    /// <summary>SIGKILL: nothing in the process gets to finish.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, _) => { };
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

    private async Task WaitUntilHealthyAsync()
    {
        var health = new Health.HealthClient(Channel);
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                var answer = await health.CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow.AddSeconds(2));
                if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                {
                    return;
                }
            }
            catch (Grpc.Core.RpcException)
            {
                // Not up yet.
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The gateway did not become healthy.");
    }
}
