using System.Collections.Immutable;

namespace Taushet.Core.Trail.Notes;

/// <summary>What came of opening a note: a checkpoint that a known key signed, or why not.</summary>
public abstract record CheckpointOpening
{
    private CheckpointOpening()
    {
    }

    /// <summary>Calls the arm for what came.</summary>
    public T Match<T>(Func<Signed, T> signed, Func<CheckpointFault, T> refused) => this switch
    {
        Signed opened => signed(opened),
        Refused closed => refused(closed.Fault),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A checkpoint that a known key signed.</summary>
    /// <param name="Checkpoint">The checkpoint.</param>
    /// <param name="Signers">The known keys that signed it, at least one.</param>
    public sealed record Signed(Checkpoint Checkpoint, ImmutableArray<NoteKey> Signers) : CheckpointOpening;

    /// <summary>Nothing to rely on.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(CheckpointFault Fault) : CheckpointOpening;
}
