using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Retention;

/// <summary>Reads what is kept and what has been destroyed, in either store.</summary>
internal sealed class StoredRetention(ISharedTables tables, StoreKeys keys) : IRetention
{
    private const string SelectHolds = $"""
        SELECT {RetentionRows.HoldColumns} FROM legal_hold
        WHERE lifted_at IS NULL AND (@holder = '' OR holder = '' OR holder = @holder) ORDER BY placed_at, id
        """;

    private const string SelectHold = $"SELECT {RetentionRows.HoldColumns} FROM legal_hold WHERE id = @id";

    private const string SelectDestructions =
        $"SELECT {RetentionRows.DestructionColumns} FROM key_destruction WHERE ordered = @id ORDER BY number";

    private const string SelectDestroyed = """
        SELECT done.number, done.ordered, done.basis, done.key_count, done.held_count, done.confirmed_by, done.destroyed_at,
            done.owed_count
        FROM destroyed_pseudonym AS gone JOIN key_destruction AS done ON done.number = gone.destruction
        WHERE gone.pseudonym = @pseudonym
        """;

    public async Task<KeyCount> CountAsync(KeyScope scope, DateTimeOffset at, CancellationToken cancellation) => new(
        await CountAsync(ScopeStatements.CountFree(scope), scope, at, cancellation).ConfigureAwait(false),
        await CountAsync(ScopeStatements.CountHeld(scope), scope, at, cancellation).ConfigureAwait(false),
        await CountAsync(ScopeStatements.CountOwed(scope), scope, at, cancellation).ConfigureAwait(false));

    public async Task<ImmutableArray<LegalHold>> HoldsAsync(string holder, CancellationToken cancellation) =>
        [.. await tables.ReadAsync(SelectHolds, new SqlValues().Code("@holder", holder, 32), RetentionRows.ReadHold, cancellation).ConfigureAwait(false)];

    public async Task<LegalHold?> FindHoldAsync(Guid id, CancellationToken cancellation) =>
        (await tables.ReadAsync(SelectHold, new SqlValues().Id("@id", id), RetentionRows.ReadHold, cancellation).ConfigureAwait(false))
        .SingleOrDefault();

    public async Task<DestructionOrder?> FindOrderAsync(Guid id, CancellationToken cancellation) =>
        (await tables.ReadAsync(RetentionRows.SelectOrder, new SqlValues().Id("@id", id), RetentionRows.ReadOrder, cancellation)
            .ConfigureAwait(false)).SingleOrDefault();

    public async Task<ImmutableArray<KeyDestruction>> DestructionsOfAsync(Guid order, CancellationToken cancellation) =>
        [.. await tables.ReadAsync(SelectDestructions, new SqlValues().Id("@id", order), RetentionRows.ReadDestruction, cancellation).ConfigureAwait(false)];

    public async Task<IReadOnlyDictionary<ReadOnlyMemory<byte>, KeyDestruction>> DestroyedAsync(
        IReadOnlyCollection<ReadOnlyMemory<byte>> pseudonyms, CancellationToken cancellation)
    {
        var found = new Dictionary<ReadOnlyMemory<byte>, KeyDestruction>(PseudonymEquality.Of);
        foreach (var pseudonym in pseudonyms.Distinct(PseudonymEquality.Of))
        {
            var values = new SqlValues().Hash("@pseudonym", StoredForms.Bytes(pseudonym));
            var destroyed = await tables.ReadAsync(SelectDestroyed, values, RetentionRows.ReadDestruction, cancellation).ConfigureAwait(false);
            if (destroyed is [var one])
            {
                found.Add(pseudonym, one);
            }
        }

        return found;
    }

    private async Task<long> CountAsync(string sql, KeyScope scope, DateTimeOffset at, CancellationToken cancellation) =>
        (await tables.ReadAsync(sql, ScopeStatements.Values(scope, keys, at), Whole, cancellation).ConfigureAwait(false)).Single();

    // A count is a bigint in one store and an int in the other.
    private static long Whole(DbDataReader row) => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture);

    private sealed class PseudonymEquality : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public static PseudonymEquality Of { get; } = new();

        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> obj) => SubjectBytes.Equality.GetHashCode(StoredForms.Bytes(obj));
    }
}
