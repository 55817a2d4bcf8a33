namespace Taushet.Core.Trail;

/// <summary>The part of an entry that only the holder's auditors may read, since reasons tell of shields.</summary>
/// <param name="Decision">The full decision in the text form of <see cref="DecisionText"/>.</param>
/// <param name="SourceCalled">Whether the source was asked.</param>
/// <param name="SourceResult">What became of it: "none", "ok", "timeout", "error"; never a value.</param>
/// <param name="Dropped">How many leaves the source sent that were not permitted.</param>
public sealed record HolderPart(string Decision, bool SourceCalled, string SourceResult, int Dropped);
