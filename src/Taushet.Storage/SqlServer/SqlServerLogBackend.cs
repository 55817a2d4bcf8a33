using Taushet.Storage.Log;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Opens the log of this gateway identity in SQL Server.</summary>
internal sealed class SqlServerLogBackend(SqlServerOpener opener, LogSettings settings) : ILogBackend
{
    // Nothing here is asynchronous: who waits for the log may hold every thread of the pool, and an answer that needs one to be
    // taken up would not come. (Tried: 500 callers of a store just opened waited for minutes.)
    // The head is read after whatever was under way has ended. An append that timed out may still run in the server;
    // it holds the registers' lock until it is committed or not, and so does what asks for the log's id here.
    public ILogSession Open()
    {
        var connection = opener.OpenToWrite();
        try
        {
            var log = LogHeadTable.Identify(connection, settings.Gateway, Guid.NewGuid(), opener.Options);
            return new SqlServerLogSession(connection, opener.Options, log);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Report(string operation, Exception error) => opener.Report(operation, error);

    public void Dispose()
    {
        // The connections are the pool's.
    }
}
