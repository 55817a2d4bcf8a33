using System.Collections.Immutable;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Sqlite;

/// <summary>Reads wishes with their history from SQLite, synchronously: a read is a few pages of a local file.</summary>
internal sealed class SqliteWishStore(SqliteOpener opener, WishForesight foresight) : IWishStore, IDisposable
{
    private readonly ReadPool<WishStatements> pool = new(opener, connection => new WishStatements(connection));

    public ValueTask<ImmutableArray<WishRecord>?> OfSubjectAsync(SubjectKey subject, CancellationToken cancellation) =>
        Read(SubjectLookup.Of(opener.Options.Keys, subject), OfSubject, cancellation);

    public async ValueTask<WishRecord?> AfterAsync(WishRecord before, WishEvent next, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await foresight.AfterAsync(before, next, cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("read a giver's key", error);
            return null;
        }
    }

    public ValueTask<ImmutableArray<OpenWish>?> OpenAsync(
        string? recorder,
        Guid after,
        int count,
        CancellationToken cancellation) =>
        Read((recorder, after, count), Open, cancellation);

    public void Dispose() => pool.Dispose();

    private static ImmutableArray<WishRecord> OfSubject(WishStatements statements, byte[] asked)
    {
        var rows = new WishRecordRows();
        var subject = CurrentSubject(statements, asked);
        using (var row = statements.Events.Set(0, subject).Read())
        {
            while (row.Read())
            {
                rows.TakeEvent(row);
            }
        }

        using (var row = statements.Parties.Set(0, subject).Read())
        {
            while (row.Read())
            {
                rows.TakeParty(row);
            }
        }

        return rows.Records;
    }

    private static ImmutableArray<OpenWish> Open(WishStatements statements, (string? Recorder, Guid After, int Count) page)
    {
        var statement = page.Recorder is null ? statements.Open : statements.OpenOfRecorder.Set(2, page.Recorder);
        using var row = statement.Set(0, StoredForms.Id(page.After)).Set(1, page.Count).Read();
        var open = ImmutableArray.CreateBuilder<OpenWish>();
        while (row.Read())
        {
            open.Add(OpenWishRows.Read(row));
        }

        return open.ToImmutable();
    }

    private static byte[] CurrentSubject(WishStatements statements, byte[] asked)
    {
        using var row = statements.Current.Set(0, asked).Read();
        return row.Read() ? row.GetFieldValue<byte[]>(0) : throw new StoredValueException("No current number.");
    }

    private ValueTask<ImmutableArray<T>?> Read<TState, T>(
        TState state,
        Func<WishStatements, TState, ImmutableArray<T>> read,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return new(pool.Read(state, read));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("read wishes", error);
            return new((ImmutableArray<T>?)null);
        }
    }
}
