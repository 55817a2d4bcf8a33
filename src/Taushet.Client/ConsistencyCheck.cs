using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;

namespace Taushet.Client;

/// <summary>Checks offline that a log kept what it had: that one signed checkpoint continues another.</summary>
public static class ConsistencyCheck
{
    /// <summary>Checks two checkpoints.</summary>
    /// <param name="earlier">The smaller one, opened with the log's key (<see cref="LogKeys.Open"/> or a receipt that
    /// holds).</param>
    /// <param name="later">The larger one, opened likewise.</param>
    /// <param name="proof">The consistency proof (RFC 9162, 2.1.4) between the two sizes; empty when they are equal or the
    /// earlier one is of an empty log.</param>
    public static ConsistencyVerdict Check(Checkpoint earlier, Checkpoint later, IReadOnlyList<ReadOnlyMemory<byte>> proof) =>
        earlier.Origin != later.Origin ? ConsistencyVerdict.OtherLog
        : earlier.Size > later.Size ? ConsistencyVerdict.EarlierIsLarger
        : earlier.Size == later.Size && !earlier.Root.Span.SequenceEqual(later.Root.Span) ? ConsistencyVerdict.Forked
        : ProofCheck.Consistency(earlier.Size, earlier.Root.Span, later.Size, later.Root.Span, proof) ? ConsistencyVerdict.Consistent
        : ConsistencyVerdict.NotShown;
}
