using Taushet.V1;

namespace Taushet.Gateway.Fetch;

/// <summary>What became of asking the source.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Information">What it sent; null when it holds nothing or did not answer.</param>
/// <param name="UnknownFields">How many fields it sent that this version does not know.</param>
internal sealed record Fetched(SourceResult Result, ChildInformation? Information, int UnknownFields)
{
    /// <summary>The source was not asked: nothing was permitted, or the holder has no source.</summary>
    public static Fetched NotAsked { get; } = new(SourceResult.None, null, 0);

    /// <summary>The source did not answer in time.</summary>
    public static Fetched TimedOut { get; } = new(SourceResult.Timeout, null, 0);

    /// <summary>The source is down or failed.</summary>
    public static Fetched Failed { get; } = new(SourceResult.Error, null, 0);

    /// <summary>Whether permitted cells must be asked for again.</summary>
    public bool NotNow => Result is SourceResult.Timeout or SourceResult.Error;
}

/// <summary>How asking a source ended.</summary>
internal enum SourceResult
{
    /// <summary>It was not asked.</summary>
    None,

    /// <summary>It answered.</summary>
    Ok,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>It is down, refused, or answered something else.</summary>
    Error,
}
