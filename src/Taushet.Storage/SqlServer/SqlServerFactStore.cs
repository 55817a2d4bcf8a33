using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Core.Requests;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Reads facts from SQL Server.</summary>
internal sealed class SqlServerFactStore(SqlServerOpener opener) : IFactStore
{
    // A subject whose facts change at each of so many readings is not read at all.
    private const int Readings = 4;

    private readonly SqlServerReader reader = new(opener);

    public async ValueTask<Gathered?> ReadAsync(GatherQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var asked = SubjectLookup.Of(opener.Options.Keys, query.Subject);
            for (var reading = 1; reading <= Readings; reading++)
            {
                if (await ReadOnceAsync(query, asked, cancellation) is { } gathered)
                {
                    return gathered;
                }
            }

            throw new StoredValueException("The facts changed at every reading.");
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("read facts", error);
            return null;
        }
    }

    private Task<Gathered?> ReadOnceAsync(GatherQuery query, byte[] asked, CancellationToken cancellation) => reader.ReadAsync(
        FactStatements.Select,
        () => FactStatements.Parameters(query, asked),
        (rows, token) => GatherAsync(rows, query, token),
        cancellation);

    // INVARIANT: facts that changed while they were read are never returned. Null says so.
    private static async Task<Gathered?> GatherAsync(DbDataReader rows, GatherQuery query, CancellationToken cancellation)
    {
        if (!await rows.ReadAsync(cancellation))
        {
            throw new StoredValueException("The registry feed has no row.");
        }

        var person = FactRows.Person(rows, query);
        var wishes = new WishRows();
        await TakeAsync(rows, wishes.TakeEvent, cancellation);
        await TakeAsync(rows, wishes.TakeParty, cancellation);
        var standing = ImmutableArray.CreateBuilder<StandingDecisionFact>();
        await TakeAsync(rows, row => standing.Add(FactRows.Standing(row, query.Receiver.Service)), cancellation);
        var (subject, holder) = (-1L, -1L);
        await TakeAsync(rows, row => (subject, holder) = (row.GetInt64(0), row.GetInt64(1)), cancellation);
        return subject == person.Versions.Subject && holder == person.Versions.Holder
            ? FactRows.Gather(person, wishes.Wishes, standing.ToImmutable(), query)
            : null;
    }

    private static async Task TakeAsync(DbDataReader rows, Action<DbDataReader> take, CancellationToken cancellation)
    {
        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            take(rows);
        }
    }
}
