namespace Taushet.Storage.Ports;

/// <summary>How a request points out its subject. Never logged; its text form shows nothing.</summary>
/// <param name="NationalNumber">Eleven digits, already validated, or null for the unborn and the unidentified.</param>
/// <param name="Reference">What stands in for a number when there is none: the sender's reference, or the woman's number.</param>
public readonly record struct SubjectKey(string? NationalNumber, string? Reference)
{
    /// <summary>The look-up hash of a subject that the store itself has named, 32 bytes; empty for one that a request names.</summary>
    internal ReadOnlyMemory<byte> Stored { get; private init; }

    /// <summary>A subject by what the store keeps of its number.</summary>
    internal static SubjectKey OfStored(ReadOnlyMemory<byte> lookup) => new(null, null) { Stored = lookup };

    /// <inheritdoc/>
    public override string ToString() => "subject";
}
