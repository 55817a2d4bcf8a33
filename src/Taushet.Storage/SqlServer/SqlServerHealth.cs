using System.Data.Common;
using System.Globalization;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>What an operator looks at in a store on SQL Server.</summary>
internal sealed class SqlServerHealth(SqlServerOpener opener) : IStoreHealth
{
    private const string SelectClock = $"SELECT {LogHeadTable.Now}";

    private readonly SqlServerReader reader = new(opener);

    public Task<DateTimeOffset> ClockAsync(CancellationToken cancellation) =>
        OneAsync(SelectClock, row => StoredForms.Time(row.GetInt64(0)), cancellation);

    public async Task<IReadOnlyList<Backlog>> BacklogAsync(CancellationToken cancellation)
    {
        var backlogs = new List<Backlog>();
        foreach (var (kind, sql) in BacklogStatements.All)
        {
            backlogs.Add(await OneAsync(
                sql,
                row => BacklogStatements.Of(
                    kind,
                    Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture),
                    row.IsDBNull(1) ? null : row.GetInt64(1),
                    row.IsDBNull(2) ? null : row.GetInt64(2)),
                cancellation));
        }

        return backlogs;
    }

    private Task<T> OneAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation) => reader.ReadAsync(
        sql,
        static () => new TypedParameters(),
        async (row, cancel) =>
        {
            await row.ReadAsync(cancel);
            return read(row);
        },
        cancellation);
}
