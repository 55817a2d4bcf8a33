using Microsoft.Data.SqlClient;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Log;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>The connection that writes a log in SQL Server. Used by the log's own thread, which has nothing else to do meanwhile.</summary>
internal sealed class SqlServerLogSession : ILogSession
{
    private readonly SqlConnection connection;
    private readonly SqlServerStoreOptions options;

    public SqlServerLogSession(SqlConnection connection, SqlServerStoreOptions options, Guid log)
    {
        this.connection = connection;
        this.options = options;
        Head = LogHeadTable.Read(connection, log);
        Subtrees = SubtreeTable.Of(connection, log);
    }

    public LogHead Head { get; }

    public SubtreeSource Subtrees { get; }

    public long? Claim(Guid owner, TimeSpan lease) =>
        LogHeadTable.Claim(connection, Head, owner, lease) ? Head.Epoch + 1 : null;

    public void Complete(IReadOnlyCollection<StoredSubtree> subtrees)
    {
        if (subtrees.Count > 0)
        {
            SubtreeTable.Write(connection, Head.Log, subtrees);
        }
    }

    public IReadOnlyList<StaleEntry> Append(LogBatch batch) =>
        batch.Entries.Any(placed => placed.Entry.Change is not null)
            ? ChangingAppend.Run(connection, batch, options)
            : AppendStatement.Run(connection, batch, options);

    public void Beat(long epoch, long size, TimeSpan lease)
    {
        if (!LogHeadTable.Beat(connection, Head.Log, epoch, size, lease))
        {
            throw new LogSupersededException();
        }
    }

    public void Release(long epoch) => LogHeadTable.Release(connection, Head.Log, epoch);

    public void Dispose() => connection.Dispose();
}
