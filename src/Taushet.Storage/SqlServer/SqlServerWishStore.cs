using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.SqlServer;

/// <summary>Reads wishes with their history from SQL Server.</summary>
internal sealed class SqlServerWishStore(SqlServerOpener opener, WishForesight foresight) : IWishStore
{
    private readonly SqlServerReader reader = new(opener);

    public ValueTask<ImmutableArray<WishRecord>?> OfSubjectAsync(SubjectKey subject, CancellationToken cancellation)
    {
        var asked = SubjectLookup.Of(opener.Options.Keys, subject);
        return ReadAsync(
            WishStatements.SelectOfSubject,
            () => new TypedParameters().Fixed("@asked", asked, Limits.Hash),
            TakeRecordsAsync,
            cancellation);
    }

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
        ReadAsync(
            recorder is null ? WishStatements.SelectOpen : WishStatements.SelectOpenOfRecorder,
            () => recorder is null
                ? new TypedParameters().Id("@after", after).Number("@count", count)
                : new TypedParameters().Id("@after", after).Number("@count", count)
                    .Code("@recorder", recorder, Limits.Organisation),
            TakeOpenAsync,
            cancellation);

    private static async Task<ImmutableArray<WishRecord>> TakeRecordsAsync(DbDataReader rows, CancellationToken cancellation)
    {
        var records = new WishRecordRows();
        while (await rows.ReadAsync(cancellation))
        {
            records.TakeEvent(rows);
        }

        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            records.TakeParty(rows);
        }

        return records.Records;
    }

    private static async Task<ImmutableArray<OpenWish>> TakeOpenAsync(DbDataReader rows, CancellationToken cancellation)
    {
        var open = ImmutableArray.CreateBuilder<OpenWish>();
        while (await rows.ReadAsync(cancellation))
        {
            open.Add(OpenWishRows.Read(rows));
        }

        return open.ToImmutable();
    }

    private async ValueTask<ImmutableArray<T>?> ReadAsync<T>(
        string sql,
        Func<TypedParameters> parameters,
        Func<DbDataReader, CancellationToken, Task<ImmutableArray<T>>> take,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync(sql, parameters, take, cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("read wishes", error);
            return null;
        }
    }
}
