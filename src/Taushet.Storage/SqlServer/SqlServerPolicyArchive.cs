using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.SqlServer;

/// <summary>Policy sets in SQL Server.</summary>
internal sealed class SqlServerPolicyArchive(SqlServerOpener opener, RegisterGate gate) : IPolicyArchive
{
    private const string Insert = """
        INSERT INTO policy_set (hash, content, kept_at)
        SELECT @hash, @content, @keptAt
        WHERE NOT EXISTS (SELECT 1 FROM policy_set WHERE hash = @hash)
        """;

    private const string Select = "SELECT content FROM policy_set WHERE hash = @hash";

    private readonly SqlServerReader reader = new(opener);

    public async Task<bool> KeepAsync(string hash, ReadOnlyMemory<byte> content, DateTimeOffset instant, CancellationToken cancellation)
    {
        var packed = PolicyContent.Pack(hash, content);
        try
        {
            await gate.WriteAsync(
                write => write.ExecuteAsync(
                    Insert,
                    new TypedParameters().Code("@hash", hash, Limits.Hex).Whole("@content", packed).Long("@keptAt", StoredForms.Micros(instant))),
                cancellation);
            return true;
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public async Task<ReadOnlyMemory<byte>?> FindAsync(string hash, CancellationToken cancellation)
    {
        var stored = await reader.ReadAsync(Select, () => new TypedParameters().Code("@hash", hash, Limits.Hex), ContentAsync, cancellation);
        return stored is null ? (ReadOnlyMemory<byte>?)null : PolicyContent.Unpack(hash, stored);
    }

    private static async Task<byte[]?> ContentAsync(DbDataReader row, CancellationToken cancellation) =>
        await row.ReadAsync(cancellation) ? (byte[])row.GetValue(0) : null;
}
