namespace Taushet.Core.Trail;

/// <summary>An entry as it is stored: every column, with the private parts already encrypted.</summary>
public sealed record EntryRow
{
    /// <summary>The schema of new entries. 1 and 2 have the same columns and other leaf bytes.</summary>
    public const int Newest = 2;

    /// <summary>The schema, 1 or 2.</summary>
    public int Schema { get; init; } = Newest;

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
