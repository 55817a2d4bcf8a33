using Taushet.Storage.Log;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Opens the log of this gateway identity in SQL Server.</summary>
internal sealed class SqlServerLogBackend(SqlServerOpener opener, RegisterGate gate, LogSettings settings) : ILogBackend
{
    // The head is read after whatever was under way has ended. An append that timed out may still run in the server;
    // it holds the registers' lock until it is committed or not, and so does what asks for the log's id here.
    public ILogSession Open() => OpenAsync().GetAwaiter().GetResult();

    public void Report(string operation, Exception error) => opener.Report(operation, error);

    public void Dispose()
    {
        // The connections are the pool's.
    }

    private async Task<ILogSession> OpenAsync()
    {
        var log = await gate.WriteAsync(
            write => LogHeadTable.IdentifyAsync(write, settings.Gateway, Guid.NewGuid()),
            CancellationToken.None).ConfigureAwait(false);
        var connection = await opener.OpenToWriteAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return new SqlServerLogSession(connection, opener.Options, log);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
