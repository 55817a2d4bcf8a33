namespace Taushet.Storage.Ports;

/// <summary>Fills the index from the logs. Any number of processes may: each entry is put in once, in its log's order.</summary>
public interface ITrailProjector
{
    /// <summary>
    /// Puts in the next entries that are committed, so many at most, in one transaction. A killed step leaves nothing behind.
    /// An index that does not belong to these logs and keys is thrown away first.
    /// </summary>
    Task<ProjectionStep> StepAsync(int most, CancellationToken cancellation);

    /// <summary>Throws the index away: it is filled again from the first entry on, by whoever projects.</summary>
    Task ResetAsync(CancellationToken cancellation);
}

/// <summary>What a step has done.</summary>
/// <param name="Added">How many entries it has put in.</param>
/// <param name="Behind">How many committed entries are left.</param>
public readonly record struct ProjectionStep(int Added, long Behind);
