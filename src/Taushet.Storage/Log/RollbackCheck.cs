using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Log;

/// <summary>Whether the database still has every entry that checkpoints were signed for.</summary>
internal static class RollbackCheck
{
    /// <summary>Compares the stored entries with the database's own newest checkpoint and with the newest one outside it.</summary>
    /// <remarks>INVARIANT: a log whose checkpoint file is ahead of its database, or tells of other entries, is not written.</remarks>
    /// <exception cref="LogRolledBackException">They do not agree.</exception>
    public static void Require(LogHead head, StoredTree tree, string origin, Checkpoint? outside)
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
    /// <param name="outside">The newest checkpoint outside the database, or null.</param>
    /// <param name="rootAt">Computes the root over the first entries; never asked for more than the head counts.</param>
    public static LogLoss Find(
        (long Size, StoredCheckpoint? Own) database,
        string origin,
        Checkpoint? outside,
        Func<long, ReadOnlyMemory<byte>> rootAt)
    {
        try
        {
            var root = rootAt(database.Size).Span;
            if (database.Own is { } own && (own.Size != database.Size || !own.Root.Span.SequenceEqual(root)))
            {
                return LogLoss.OwnCheckpointDiffers;
            }

            return outside is null ? LogLoss.None
                : !string.Equals(outside.Origin, origin, StringComparison.Ordinal) ? LogLoss.OtherLog
                : outside.Size > database.Size ? LogLoss.FileAhead
                : !rootAt(outside.Size).Span.SequenceEqual(outside.Root.Span) ? LogLoss.FileDiffers
                : LogLoss.None;
        }
        catch (StoredValueException)
        {
            return LogLoss.EntriesMissing;
        }
    }
}

/// <summary>The database has lost entries that were answered, or has others in their place.</summary>
internal sealed class LogRolledBackException(LogLoss loss) : Exception($"ROLLED_BACK: {LogLossText.Of(loss)}.")
{
    public LogLoss Loss => loss;
}

/// <summary>Another process of this gateway identity holds the log's lease.</summary>
internal sealed class LogHeldException() : Exception("Another process of this gateway identity holds the log.");
