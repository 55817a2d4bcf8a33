using System.ComponentModel;
using System.Diagnostics;

namespace Taushet.Campaigns.Faults;

/// <summary>Runs the machine's own commands.</summary>
internal static class Commands
{
    /// <summary>Whether a command is there and succeeds. What it says is not shown: a campaign skips what the machine refuses.</summary>
    public static bool Succeeds(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
