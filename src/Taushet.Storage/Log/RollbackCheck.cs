using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;

namespace Taushet.Storage.Log;

/// <summary>Whether the database still has every entry that checkpoints were signed for.</summary>
internal static class RollbackCheck
{
    /// <summary>Compares the stored entries with the database's own newest checkpoint and with those outside it.</summary>
    /// <remarks>INVARIANT: a log whose checkpoint file is ahead of its database, or tells of other entries, is not written.</remarks>
    /// <exception cref="LogRolledBackException">They do not agree.</exception>
    public static void Require(LogHead head, StoredTree tree, string origin, IReadOnlyCollection<Checkpoint> outside)
    {
        var root = tree.Root(head.Size).Span;
        if (head.Checkpoint is { } own && (own.Size != head.Size || !own.Root.Span.SequenceEqual(root)))
        {
            throw new LogRolledBackException("the stored entries are not those of the database's own checkpoint");
        }

        foreach (var checkpoint in outside)
        {
            Require(head, tree, origin, checkpoint);
        }
    }

    private static void Require(LogHead head, StoredTree tree, string origin, Checkpoint outside)
    {
        if (!string.Equals(outside.Origin, origin, StringComparison.Ordinal))
        {
            throw new LogRolledBackException("the checkpoint file is of another log than the database");
        }

        if (outside.Size > head.Size)
        {
            throw new LogRolledBackException("the checkpoint file is ahead of the database");
        }

        if (!tree.Root(outside.Size).Span.SequenceEqual(outside.Root.Span))
        {
            throw new LogRolledBackException("the checkpoint file tells of other entries than the database has");
        }
    }
}

/// <summary>The database has lost entries that were answered, or has others in their place.</summary>
internal sealed class LogRolledBackException(string what) : Exception($"ROLLED_BACK: {what}.");

/// <summary>Another process of this gateway identity holds the log's lease.</summary>
internal sealed class LogHeldException() : Exception("Another process of this gateway identity holds the log.");
