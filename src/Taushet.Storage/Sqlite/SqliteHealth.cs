using Dapper;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>What an operator looks at in a SQLite store.</summary>
internal sealed class SqliteHealth(SqliteOpener opener) : IStoreHealth
{
    private const string SelectClock = $"SELECT {LogHeadTable.Now}";

    public Task<DateTimeOffset> ClockAsync(CancellationToken cancellation)
    {
        using var connection = opener.OpenToRead();
        return Task.FromResult(StoredForms.Time(connection.ExecuteScalar<long>(SelectClock)));
    }

    public Task<IReadOnlyList<Backlog>> BacklogAsync(CancellationToken cancellation)
    {
        using var connection = opener.OpenToRead();
        return Task.FromResult<IReadOnlyList<Backlog>>([.. BacklogStatements.All.Select(one =>
        {
            var (count, oldest, due) = connection.QuerySingle<(long, long?, long?)>(one.Sql);
            return BacklogStatements.Of(one.Kind, count, oldest, due);
        })]);
    }
}
