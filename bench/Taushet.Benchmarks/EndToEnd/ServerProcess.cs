using System.Diagnostics;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>One server in a process of its own, stopped by closing its standard input.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts one and waits until it answers at its address.</summary>
    /// <param name="role">The role, of <see cref="Servers"/>.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="build">The benchmarks of another build, as a path to its assembly, to run it from; or null for this one.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not start in time.</exception>
    public static async Task<ServerProcess> StartAsync(string role, string folder, string? build = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            ArgumentList = { build ?? typeof(ServerProcess).Assembly.Location, "server", role, folder },
        };
        var started = Process.Start(start)!;
        var waiting = Stopwatch.StartNew();
        var file = Servers.AddressFile(folder, role);
        while (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            if (started.HasExited || waiting.Elapsed > StartLimit)
            {
                throw new InvalidOperationException($"the {role} did not start");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return new ServerProcess(started, Servers.AddressOf(folder, role));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
