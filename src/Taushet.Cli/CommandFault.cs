namespace Taushet.Cli;

/// <summary>What stopped a command, told to a person: what was wrong, where, and what to do.</summary>
/// <param name="What">What was wrong.</param>
/// <param name="Where">The file, option or address.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record CommandFault(string What, string Where, string Remedy)
{
    /// <summary>Exit code of a command that was called wrongly or could not do its work.</summary>
    public const int ExitCode = 2;

    /// <summary>Writes the fault for a person and gives the exit code.</summary>
    public int Tell(TextWriter errors)
    {
        errors.WriteLine($"error: {What}");
        errors.WriteLine($"where: {Where}");
        errors.WriteLine($"to do: {Remedy}");
        return ExitCode;
    }
}
