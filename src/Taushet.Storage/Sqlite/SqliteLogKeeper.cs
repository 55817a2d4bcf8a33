using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Closes and begins logs in SQLite.</summary>
internal sealed class SqliteLogKeeper(WriteGate gate) : ILogKeeper
{
    public Task<Guid> BeginNewLogAsync(string gateway, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(gate.Write(connection =>
        {
            var log = Guid.NewGuid();
            LogHeadTable.Begin(connection, gateway, log);
            return log;
        }));
    }
}
