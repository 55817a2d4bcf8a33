namespace Taushet.Storage.Ports;

/// <summary>Keeps every policy set that ever decided, by its hash, so that an old entry can be decided again by the rules of then.</summary>
public interface IPolicyArchive
{
    /// <summary>Keeps a policy set; the same one again changes nothing.</summary>
    /// <param name="hash">Its hash: SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
    /// <param name="content">Its canonical content.</param>
    /// <param name="instant">When it is taken into use.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    /// <returns>Whether it is kept durably. Never throws for a failing store.</returns>
    /// <exception cref="ArgumentException">The content has another hash.</exception>
    Task<bool> KeepAsync(string hash, ReadOnlyMemory<byte> content, DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>Finds a policy set.</summary>
    /// <returns>Its canonical content, or null when no such set was kept.</returns>
    /// <exception cref="Taushet.Storage.StoredValueException">What is stored has another hash.</exception>
    /// <exception cref="System.Data.Common.DbException">The store cannot be read.</exception>
    Task<ReadOnlyMemory<byte>?> FindAsync(string hash, CancellationToken cancellation);
}
