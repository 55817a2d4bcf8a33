using Taushet.Storage.Log;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Opens the log of this gateway identity in SQLite.</summary>
internal sealed class SqliteLogBackend(SqliteOpener opener, WriteGate gate, LogSettings settings) : ILogBackend
{
    public ILogSession Open()
    {
        var log = gate.Write(connection => LogHeadTable.Identify(connection, settings.Gateway, Guid.NewGuid()));
        return SqliteLogSession.Open(opener, gate, log);
    }

    public void Report(string operation, Exception error) => opener.Report(operation, error);
}
