using System.Diagnostics;
using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Hosts;

namespace Taushet.Campaigns.Disclosures;

/// <summary>The receiver in a process of its own, started again each time it is killed.</summary>
internal sealed class ReceiverProcess(string folder) : IAsyncDisposable
{
    private Process process = Start(folder);

    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = Start(folder);
    }

    /// <summary>The receiver stands still for a while: it reads nothing, and its gateway's sending stops.</summary>
    public async Task StallAsync(TimeSpan time)
    {
        GatewayProcess.Signal(process.Id, GatewayProcess.Stop);
        await Task.Delay(time);
        GatewayProcess.Signal(process.Id, GatewayProcess.Continue);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(string folder)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Taushet.Campaigns.dll"), ReceiverHost.Name, folder];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false })!;
    }
}
