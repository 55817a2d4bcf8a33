using System.Data.Common;
using Taushet.Storage.Rows;

namespace Taushet.Storage.SqlServer;

/// <summary>Tables with shared statements, in SQL Server.</summary>
internal sealed class SqlServerShared(SqlServerOpener opener, RegisterGate gate) : ISharedTables
{
    private readonly SqlServerReader reader = new(opener);

    public Task<List<T>> ReadAsync<T>(string sql, SqlValues values, Func<DbDataReader, T> read, CancellationToken cancellation) =>
        reader.ReadAsync(
            SqlServerSharedChange.Text(sql),
            () => SqlServerSharedChange.Parameters(values),
            async (row, cancel) =>
            {
                var rows = new List<T>();
                while (await row.ReadAsync(cancel))
                {
                    rows.Add(read(row));
                }

                return rows;
            },
            cancellation);

    public Task<T> WriteAsync<T>(Func<ISharedChange, T> change, CancellationToken cancellation) =>
        gate.WriteAsync(write => Task.FromResult(change(new SqlServerSharedChange(write))), cancellation);
}

/// <summary>A transaction that holds the registers' lock.</summary>
internal sealed class SqlServerSharedChange(RegisterWrite write) : ISharedChange
{
    public static string Text(string sql) => sql.Replace("{top}", "TOP (@count)", StringComparison.Ordinal)
        .Replace("{limit}", string.Empty, StringComparison.Ordinal);

    public static TypedParameters Parameters(SqlValues values)
    {
        var parameters = new TypedParameters();
        foreach (var value in values.All)
        {
            _ = value.Kind switch
            {
                SqlKind.Fixed => parameters.Fixed(value.Name, (byte[]?)value.Value, value.Size),
                SqlKind.Bytes => parameters.Bytes(value.Name, (byte[]?)value.Value, value.Size),
                SqlKind.Code => parameters.Code(value.Name, (string)value.Value!, value.Size),
                SqlKind.Text => parameters.Text(value.Name, (string?)value.Value, value.Size),
                SqlKind.Number => parameters.Number(value.Name, (int?)value.Value),
                SqlKind.Long or _ => parameters.LongOrNull(value.Name, (long?)value.Value),
            };
        }

        return parameters;
    }

    public int Execute(string sql, SqlValues values) => write.Execute(Text(sql), Parameters(values));

    public List<T> Read<T>(string sql, SqlValues values, Func<DbDataReader, T> read)
    {
        using var row = write.Read(Text(sql), Parameters(values));
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }
}
