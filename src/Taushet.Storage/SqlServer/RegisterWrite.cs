using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>A transaction that holds the registers' lock, as its statements see it.</summary>
internal sealed class RegisterWrite(
    SqlConnection connection,
    SqlTransaction transaction,
    TimeSpan timeout,
    CancellationToken cancellation)
{
    public Task<int> ExecuteAsync(string sql, TypedParameters parameters) => connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>Runs a statement while nothing else is to be done.</summary>
    public int Execute(string sql, TypedParameters parameters) => connection.Execute(Command(sql, parameters));

    /// <summary>Reads rows while nothing else is to be done.</summary>
    public DbDataReader Read(string sql, TypedParameters parameters) => (DbDataReader)connection.ExecuteReader(Command(sql, parameters));

    /// <summary>The first column of the first row, or the default when there is no row or it is null.</summary>
    public Task<T?> ScalarAsync<T>(string sql, TypedParameters parameters) =>
        connection.ExecuteScalarAsync<T>(Command(sql, parameters));

    /// <summary>The only row, or the default when there is none.</summary>
    public Task<T?> SingleOrDefaultAsync<T>(string sql, TypedParameters parameters) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>Every row.</summary>
    public Task<IEnumerable<T>> QueryAsync<T>(string sql, TypedParameters parameters) =>
        connection.QueryAsync<T>(Command(sql, parameters));

    private CommandDefinition Command(string sql, TypedParameters parameters) => new(
        sql,
        parameters,
        transaction,
        SqlServerOpener.Seconds(timeout),
        cancellationToken: cancellation);
}
