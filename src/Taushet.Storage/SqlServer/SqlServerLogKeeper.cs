using Taushet.Storage.Ports;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Closes and begins logs in SQL Server.</summary>
internal sealed class SqlServerLogKeeper(RegisterGate gate) : ILogKeeper
{
    public Task<Guid> BeginNewLogAsync(string gateway, CancellationToken cancellation) => gate.WriteAsync(
        async write =>
        {
            var log = Guid.NewGuid();
            await LogHeadTable.BeginAsync(write, gateway, log);
            return log;
        },
        cancellation);
}
