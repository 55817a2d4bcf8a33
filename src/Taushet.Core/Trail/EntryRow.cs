namespace Taushet.Core.Trail;

/// <summary>An entry of schema 1 as it is stored: every column of its leaf, with the private parts already encrypted.</summary>
public sealed record EntryRow
{
    /// <summary>The number of this schema.</summary>
    public const int Schema = 1;

    /// <summary>The log.</summary>
    public required Guid Log { get; init; }

    /// <summary>The entry's id.</summary>
    public required Guid Entry { get; init; }

    /// <summary>Its place in the log, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The public part.</summary>
    public required PublicPart Public { get; init; }

    /// <summary>The subject's pseudonym in this log, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Subject { get; init; }

    /// <summary>The holder part, encrypted.</summary>
    public required ReadOnlyMemory<byte> HolderPart { get; init; }

    /// <summary>The sealed part, encrypted.</summary>
    public required ReadOnlyMemory<byte> SealedPart { get; init; }

    /// <summary>The commitment to what was released, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> ReleaseCommitment { get; init; }

    /// <summary>16 random bytes.</summary>
    public required ReadOnlyMemory<byte> Salt { get; init; }
}
