using System.Data;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>One change of the registers at a time, on every gateway and by every tool.</summary>
/// <remarks>
/// INVARIANT: a transaction that changes a register holds the registers' lock alone from its first statement to its end.
/// A transaction is never repeated: when the answer to COMMIT did not come, it may have taken effect.
/// </remarks>
internal sealed class RegisterGate(SqlServerOpener opener)
{
    /// <summary>Writes in one transaction, durable when this returns.</summary>
    public async Task<T> WriteAsync<T>(Func<RegisterWrite, Task<T>> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var connection = await OpenAsync(cancellation);
        return await WriteAsync(connection, write, cancellation);
    }

    /// <summary>Writes in one transaction on a connection that stays open.</summary>
    public async Task<T> WriteAsync<T>(
        SqlConnection connection,
        Func<RegisterWrite, Task<T>> write,
        CancellationToken cancellation)
    {
        var committing = false;
        try
        {
            await using var transaction =
                (SqlTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
            await AppLock.Registers.TakeAsync(transaction, opener.Options.LockTimeout, cancellation);
            var result = await write(new RegisterWrite(connection, transaction, opener.Options.WriteTimeout, cancellation));
            committing = true;

            // Nobody is served by not waiting for this answer.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (SqlException error)
        {
            if (!committing)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var nothing = SqlServerErrors.StoredNothing(SqlServerErrors.Of(error), committing);
            opener.Report(nothing ? "write registers" : "write registers, outcome unknown", error);
            throw;
        }
        catch (InvalidOperationException error) when (connection.State != ConnectionState.Open)
        {
            // The client noticed the cut before it sent the next statement.
            opener.Report(committing ? "write registers, outcome unknown" : "write registers", error);
            throw;
        }
    }

    /// <summary>A connection for several writes.</summary>
    public Task<SqlConnection> OpenAsync(CancellationToken cancellation) =>
        ReportedAsync("open to write registers", () => opener.OpenToWriteAsync(cancellation), cancellation);

    /// <summary>Takes a lock for a connection, over all its transactions.</summary>
    public Task HoldAsync(SqlConnection connection, AppLock held, CancellationToken cancellation) =>
        ReportedAsync(
            "wait to write registers",
            async () =>
            {
                await held.TakeAsync(connection, opener.Options.LockTimeout, cancellation);
                return held;
            },
            cancellation);

    private async Task<T> ReportedAsync<T>(string operation, Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (SqlException error)
        {
            cancellation.ThrowIfCancellationRequested();
            opener.Report(operation, error);
            throw;
        }
    }
}
