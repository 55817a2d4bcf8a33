namespace Taushet.Storage.Sealing;

/// <summary>The key beneath the organisation's that a row of a register is sealed with.</summary>
/// <param name="Key">The key of the child's entries; null of an older row, which has none, and of one that was destroyed.</param>
/// <param name="IsDestroyed">Whether that key is gone, and with it what the row told.</param>
internal readonly record struct RowKey(PersonKey? Key, bool IsDestroyed)
{
    /// <summary>Of a row from before rows were sealed with entries.</summary>
    public static RowKey OfOlder { get; } = new(null, IsDestroyed: false);

    /// <summary>Of a row whose key is gone.</summary>
    public static RowKey Destroyed { get; } = new(null, IsDestroyed: true);

    /// <summary>Of a row whose key is there.</summary>
    public static RowKey Of(PersonKey key) => new(key, IsDestroyed: false);
}
