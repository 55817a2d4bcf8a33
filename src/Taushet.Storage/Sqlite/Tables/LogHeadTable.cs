using Dapper;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>Logs by gateway identity, and their heads.</summary>
internal static class LogHeadTable
{
    private const string SelectLog = "SELECT log FROM log_identity WHERE gateway = @gateway";

    private const string InsertLog = "INSERT INTO log_identity (gateway, log) VALUES (@gateway, @log)";

    private const string InsertHead = "INSERT INTO log_head (log, epoch, size, beat) VALUES (@log, 0, 0, 0)";

    private const string RaiseEpoch = "UPDATE log_head SET epoch = epoch + 1 WHERE log = @log";

    private const string SelectEpoch = "SELECT epoch FROM log_head WHERE log = @log";

    private const string SelectSize = "SELECT size FROM log_head WHERE log = @log";

    /// <summary>The log of a gateway identity; makes it with the id offered when there is none.</summary>
    public static Guid Identify(SqliteConnection connection, string gateway, Guid offered)
    {
        if (connection.QuerySingleOrDefault<byte[]>(SelectLog, new { gateway }) is { } stored)
        {
            return StoredForms.Id(stored);
        }

        var log = StoredForms.Id(offered);
        connection.Execute(InsertLog, new { gateway, log });
        connection.Execute(InsertHead, new { log });
        return offered;
    }

    /// <summary>Takes the log over: whoever wrote it before can no more.</summary>
    /// <returns>The new epoch.</returns>
    public static long TakeOver(SqliteConnection connection, Guid log)
    {
        var id = new { log = StoredForms.Id(log) };
        connection.Execute(RaiseEpoch, id);
        return connection.ExecuteScalar<long>(SelectEpoch, id);
    }

    /// <summary>How many entries the log has.</summary>
    public static long Size(SqliteConnection connection, Guid log) =>
        connection.ExecuteScalar<long>(SelectSize, new { log = StoredForms.Id(log) });
}
