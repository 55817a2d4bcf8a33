namespace Taushet.Cli.Doctor;

/// <summary>What was found of one thing.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Level">How it is.</param>
/// <param name="Found">What was found, in a sentence.</param>
/// <param name="Remedy">What to do; null when all is well.</param>
internal sealed record Finding(string Check, FindingLevel Level, string Found, string? Remedy)
{
    /// <summary>All is well.</summary>
    public static Finding Ok(string check, string found) => new(check, FindingLevel.Ok, found, Remedy: null);

    /// <summary>Something will be wrong, or may be.</summary>
    public static Finding Warn(string check, string found, string remedy) => new(check, FindingLevel.Warn, found, remedy);

    /// <summary>Something is wrong.</summary>
    public static Finding Bad(string check, string found, string remedy) => new(check, FindingLevel.Bad, found, remedy);
}

/// <summary>How something is.</summary>
internal enum FindingLevel
{
    /// <summary>Well.</summary>
    Ok,

    /// <summary>It will be wrong if nothing is done, or may be.</summary>
    Warn,

    /// <summary>Wrong.</summary>
    Bad,
}
