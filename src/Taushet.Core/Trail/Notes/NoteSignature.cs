namespace Taushet.Core.Trail.Notes;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The key's id. Name and id together tell the key; they prove nothing.</param>
/// <param name="Bytes">The signature, without the id before it; never empty.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes);
