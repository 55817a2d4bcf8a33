using System.Collections.Immutable;

namespace Taushet.Core.Trail.Notes;

/// <summary>Opens signed checkpoints.</summary>
/// <remarks>
/// INVARIANT: nothing of a note's text is believed before the signature of a known key over it holds.
/// A signature of an unknown key neither helps nor hurts; one that names a known key and does not hold refuses the note.
/// </remarks>
public static class CheckpointCheck
{
    /// <summary>Opens a note.</summary>
    /// <param name="note">The note's text.</param>
    /// <param name="keys">The keys that are known: while a key is changed, the old and the new one.</param>
    /// <param name="expectedOrigin">The log it must be of; null to leave that to the caller.</param>
    public static CheckpointOpening Open(string note, IReadOnlyCollection<NoteKey> keys, string? expectedOrigin = null)
    {
        if (!SignedNote.TryParse(note, out var signed))
        {
            return new CheckpointOpening.Refused(CheckpointFault.NotANote);
        }

        var known = signed.Signatures
            .SelectMany(signature => keys.Where(key => IsOf(signature, key)).Select(key => (Key: key, signature.Bytes)))
            .ToList();
        return known.Count == 0 ? new CheckpointOpening.Refused(CheckpointFault.NoKnownSigner)
            : !known.TrueForAll(one => one.Key.Verify(signed.Text, one.Bytes.Span))
                ? new CheckpointOpening.Refused(CheckpointFault.WrongSignature)
            : Read(signed.Text, [.. known.Select(one => one.Key).Distinct()], expectedOrigin);
    }

    private static bool IsOf(NoteSignature signature, NoteKey key) => signature.KeyId == key.KeyId && signature.Name == key.Name;

    private static CheckpointOpening Read(string text, ImmutableArray<NoteKey> signers, string? expectedOrigin)
    {
        if (!Checkpoint.TryParse(text, out var checkpoint))
        {
            return new CheckpointOpening.Refused(CheckpointFault.NotACheckpoint);
        }

        return expectedOrigin is null || checkpoint.Origin == expectedOrigin
            ? new CheckpointOpening.Signed(checkpoint, signers)
            : new CheckpointOpening.Refused(CheckpointFault.OtherOrigin);
    }
}
