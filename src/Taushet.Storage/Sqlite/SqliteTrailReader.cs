using System.Runtime.CompilerServices;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Reads the log back in pages and opens what the keys at hand open.</summary>
internal sealed class SqliteTrailReader(SqliteOpener opener, Guid log) : ITrailReader
{
    private const int Page = 256;

    private readonly PartSealer sealer = new(opener.Options.Keys, log);

    public Task<long> CountAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = opener.OpenToRead();
        return Task.FromResult(LogHeadTable.Size(connection, log));
    }

    public async IAsyncEnumerable<StoredEntry> ReadAsync(
        long fromIndex,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        using var connection = opener.OpenToRead();
        using var select = AuditEntryTable.ToSelect(connection);
        var keys = PersonKeyTable.All(connection, opener.Options.Keys)
            .ToDictionary(key => Convert.ToHexString(key.PseudonymIn(log)), StringComparer.Ordinal);
        var next = fromIndex;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = ReadPage(select, next);
            foreach (var (row, leafHash) in rows)
            {
                yield return Open(row, leafHash, keys);
            }

            if (rows.Count < Page)
            {
                yield break;
            }

            next += Page;
        }
    }

    private List<(EntryRow Row, byte[] LeafHash)> ReadPage(PreparedStatement select, long from)
    {
        using var reader = select.Set(0, StoredForms.Id(log)).Set(1, from).Set(2, Page).Read();
        var rows = new List<(EntryRow, byte[])>(Page);
        while (reader.Read())
        {
            rows.Add(AuditEntryTable.Read(reader));
        }

        return rows;
    }

    private StoredEntry Open(EntryRow row, byte[] leafHash, Dictionary<string, PersonKey> keys)
    {
        var holds = TreeHash.Leaf(EntryLeaf.Encode(row)).AsSpan().SequenceEqual(leafHash);
        var holder = sealer.OpenHolder(row.HolderPart.Span, row.Public.Holder.Organisation, row.Entry);
        var sealedPart = keys.TryGetValue(Convert.ToHexString(row.Subject.Span), out var key)
            ? sealer.OpenSealed(row.SealedPart.Span, key.Key, row.Entry)
            : null;
        return new StoredEntry(
            row.Log,
            row.Entry,
            row.Index,
            leafHash,
            holds,
            row.ReleaseCommitment,
            row.Public,
            holder,
            sealedPart);
    }
}
