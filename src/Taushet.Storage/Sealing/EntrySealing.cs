namespace Taushet.Storage.Sealing;

/// <summary>The key that an entry is sealed with, for what a register keeps with the entry: it goes when the entry's private part goes.</summary>
/// <param name="Name">Which key.</param>
/// <param name="Key">The key.</param>
internal readonly record struct EntrySealing(KeyName Name, PersonKey Key);
