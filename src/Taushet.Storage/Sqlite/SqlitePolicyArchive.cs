using Dapper;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Sqlite;

/// <summary>Policy sets in SQLite. They change seldom: connections are opened for each use.</summary>
internal sealed class SqlitePolicyArchive(SqliteOpener opener, WriteGate gate) : IPolicyArchive
{
    private const string Insert = """
        INSERT INTO policy_set (hash, content, kept_at) VALUES (@hash, @content, @keptAt) ON CONFLICT (hash) DO NOTHING
        """;

    private const string Select = "SELECT content FROM policy_set WHERE hash = @hash";

    public Task<bool> KeepAsync(string hash, ReadOnlyMemory<byte> content, DateTimeOffset instant, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var packed = PolicyContent.Pack(hash, content);
        try
        {
            gate.Write(connection => connection.Execute(Insert, new { hash, content = packed, keptAt = StoredForms.Micros(instant) }));
            return Task.FromResult(true);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("keep policy set", error);
            return Task.FromResult(false);
        }
    }

    public Task<ReadOnlyMemory<byte>?> FindAsync(string hash, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = opener.OpenToRead();
        var stored = connection.QuerySingleOrDefault<byte[]>(Select, new { hash });
        return Task.FromResult(stored is null ? (ReadOnlyMemory<byte>?)null : PolicyContent.Unpack(hash, stored));
    }
}
