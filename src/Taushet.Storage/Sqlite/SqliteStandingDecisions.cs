using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Standing decisions in SQLite. Their holders change them seldom: connections are opened for each use.</summary>
internal sealed class SqliteStandingDecisions(SqliteOpener opener) : IStandingDecisions
{
    public ValueTask<StandingDecisionHistory?> FindAsync(Guid id, string organisation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(Read("find standing decision", connection =>
        {
            using var moment = connection.BeginTransaction(deferred: true);
            return new StandingDecisionHistory(
                StandingDecisionTable.Counter(connection, organisation),
                StandingDecisionTable.History(connection, id, organisation));
        }));
    }

    public ValueTask<ImmutableArray<StandingDecisionVersion>?> ListAsync(
        StandingDecisionQuery query,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var page = Read("list standing decisions", connection => StandingDecisionTable.Page(connection, query).ToList());
        return new(page is null ? null : [.. page]);
    }

    private T? Read<T>(string operation, Func<SqliteConnection, T> read)
        where T : class
    {
        try
        {
            using var connection = opener.OpenToRead();
            return read(connection);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report(operation, error);
            return null;
        }
    }
}
