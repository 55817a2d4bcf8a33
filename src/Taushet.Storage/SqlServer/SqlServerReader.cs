using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>Reads in one round trip, and once more on a new connection when the one it had broke.</summary>
internal sealed class SqlServerReader(SqlServerOpener opener)
{
    /// <summary>Runs a statement and takes its result.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Makes its parameters, for each try anew.</param>
    /// <param name="take">Takes the result, from before its first row.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<T> ReadAsync<T>(
        string sql,
        Func<TypedParameters> parameters,
        Func<DbDataReader, CancellationToken, Task<T>> take,
        CancellationToken cancellation)
    {
        try
        {
            return await ReadOnceAsync(sql, parameters(), take, cancellation);
        }
        catch (SqlException error)
            when (SqlServerErrors.MayReadAgain(SqlServerErrors.Of(error)) && !cancellation.IsCancellationRequested)
        {
            return await ReadOnceAsync(sql, parameters(), take, cancellation);
        }
        catch (SqlException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private async Task<T> ReadOnceAsync<T>(
        string sql,
        TypedParameters parameters,
        Func<DbDataReader, CancellationToken, Task<T>> take,
        CancellationToken cancellation)
    {
        await using var connection = await opener.OpenToReadAsync(cancellation);
        var command = new CommandDefinition(
            sql,
            parameters,
            commandTimeout: SqlServerOpener.Seconds(opener.Options.ReadTimeout),
            cancellationToken: cancellation);
        await using var reader = await connection.ExecuteReaderAsync(command);
        return await take(reader, cancellation);
    }
}
