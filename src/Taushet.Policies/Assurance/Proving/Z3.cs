using System.Diagnostics;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>The solver z3, run as a program on a file.</summary>
public static class Z3
{
    /// <summary>What to do when there is none.</summary>
    public const string HowToInstall =
        "z3 is not installed. Install it (Debian and Ubuntu: apt-get install z3; macOS: brew install z3) and see that it is on the PATH.";

    /// <summary>Whether z3 is on the PATH.</summary>
    public static bool IsInstalled => PathOf() is not null;

    /// <summary>Runs a file of SMT-LIB 2.</summary>
    /// <param name="file">The file.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <returns>What z3 printed.</returns>
    public static string Run(string file, int seconds)
    {
        var start = new ProcessStartInfo(PathOf() ?? throw new InvalidOperationException(HowToInstall))
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add($"-T:{seconds}");
        start.ArgumentList.Add(file);
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return printed;
    }

    private static string? PathOf() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, "z3"), Path.Combine(folder, "z3.exe") })
        .FirstOrDefault(File.Exists);
}
