namespace Taushet.Core.Trail;

/// <summary>An entry that waits to be stored. The store adds id, index, salt and pseudonym, and seals the parts.</summary>
public sealed record EntryDraft
{
    /// <summary>What both parties may read.</summary>
    public required PublicPart Public { get; init; }

    /// <summary>What the holder may read.</summary>
    public required HolderPart Holder { get; init; }

    /// <summary>What is under the subject's key.</summary>
    public required SealedPart Sealed { get; init; }

    /// <summary>SHA-256(nonce || released bytes), 32 bytes.</summary>
    public required ReadOnlyMemory<byte> ReleaseCommitment { get; init; }
}
