using Taushet.Storage.Log;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Opens the log of this gateway identity in SQLite.</summary>
internal sealed class SqliteLogBackend(SqliteOpener opener, WriteGate gate, LogSettings settings) : ILogBackend
{
    private readonly WalCheckpointer checkpointer = new(opener);

    public ILogSession Open()
    {
        var log = gate.Write(connection => LogHeadTable.Identify(connection, settings.Gateway, Guid.NewGuid()));
        return SqliteLogSession.Open(opener, gate, checkpointer, log);
    }

    public void Dispose() => checkpointer.Dispose();

    public void Report(string operation, Exception error) => opener.Report(operation, error);
}
