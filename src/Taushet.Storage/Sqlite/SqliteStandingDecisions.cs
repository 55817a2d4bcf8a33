using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Standing decisions in SQLite. Their holders change them seldom: connections are opened for each use.</summary>
internal sealed class SqliteStandingDecisions(SqliteOpener opener, WriteGate gate) : IStandingDecisions
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

    public ValueTask<StandingDecisionWrite> WriteAsync(StandingDecisionVersion version, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return new(gate.Write(connection => Write(connection, version)));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("write standing decision", error);
            return new(StandingDecisionWrite.Unavailable);
        }
    }

    private static StandingDecisionWrite Write(SqliteConnection connection, StandingDecisionVersion version)
    {
        var decision = version.Decision;
        var newest = StandingDecisionTable.Newest(connection, decision.Id);
        if ((newest?.Version ?? 0) != decision.Fact.Version - 1 || !IsOf(newest?.Organisation, decision.HolderOrganisation))
        {
            return StandingDecisionWrite.Conflict;
        }

        StandingDecisionTable.Write(connection, decision);
        StandingDecisionTable.WriteChange(connection, version);
        return StandingDecisionWrite.Stored;
    }

    private static bool IsOf(string? stored, string organisation) =>
        stored is null || string.Equals(stored, organisation, StringComparison.Ordinal);

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
