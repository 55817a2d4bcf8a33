using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Log;

/// <summary>Whether the database still has every entry that checkpoints were signed for.</summary>
internal static class RollbackCheck
{
    /// <summary>Compares the stored entries with the database's own newest checkpoint and with those outside it.</summary>
    /// <remarks>INVARIANT: a log whose checkpoint file is ahead of its database, or tells of other entries, is not written.</remarks>
    /// <exception cref="LogRolledBackException">They do not agree.</exception>
    public static void Require(LogHead head, StoredTree tree, string origin, IReadOnlyCollection<Checkpoint> outside)
    {
        var found = Find((head.Size, head.Checkpoint), origin, outside, tree.Root);
        if (found != LogLoss.None)
        {
            throw new LogRolledBackException(found);
        }
    }

    /// <summary>Finds the first thing that does not agree.</summary>
    /// <param name="database">How many entries the log's head counts, and the database's own newest checkpoint.</param>
    /// <param name="origin">The log's origin.</param>
    /// <param name="outside">The newest checkpoints outside the database.</param>
    /// <param name="rootAt">Computes the root over the first entries; never asked for more than the head counts.</param>
    public static LogLoss Find(
        (long Size, StoredCheckpoint? Own) database,
        string origin,
        IReadOnlyCollection<Checkpoint> outside,
        Func<long, ReadOnlyMemory<byte>> rootAt)
    {
        try
        {
            var root = rootAt(database.Size).Span;
            if (database.Own is { } own && (own.Size != database.Size || !own.Root.Span.SequenceEqual(root)))
            {
                return LogLoss.OwnCheckpointDiffers;
            }

            return outside.Select(checkpoint => Compare(database.Size, origin, checkpoint, rootAt))
                .FirstOrDefault(loss => loss != LogLoss.None, LogLoss.None);
        }
        catch (StoredValueException)
        {
            return LogLoss.EntriesMissing;
        }
    }

    private static LogLoss Compare(long size, string origin, Checkpoint outside, Func<long, ReadOnlyMemory<byte>> rootAt) =>
        !string.Equals(outside.Origin, origin, StringComparison.Ordinal) ? LogLoss.OtherLog
        : outside.Size > size ? LogLoss.FileAhead
        : !rootAt(outside.Size).Span.SequenceEqual(outside.Root.Span) ? LogLoss.FileDiffers
        : LogLoss.None;
}

/// <summary>The database has lost entries that were answered, or has others in their place.</summary>
internal sealed class LogRolledBackException(LogLoss loss) : Exception($"ROLLED_BACK: {LogLossText.Of(loss)}.")
{
    public LogLoss Loss => loss;
}

/// <summary>Another process of this gateway identity holds the log's lease.</summary>
internal sealed class LogHeldException() : Exception("Another process of this gateway identity holds the log.");
