using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary>A proof that does not hold is not printed.</summary>
internal static class DamagedLog
{
    /// <summary>Tells of it.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(TextWriter errors, LogSummary log) => new CommandFault(
        "what is stored does not prove it: the log is damaged",
        Lines.Name(log),
        $"run taushet audit verify --log {log.Log:n}").Tell(errors);
}
