using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>
/// The log's writing connection with the head as it was read when it was opened. After any failure it is thrown away, so that
/// nothing in memory outlives what the database says.
/// </summary>
internal sealed class LogConnection : IDisposable
{
    private const string SelectVersions = """
        SELECT
            (SELECT coalesce(sum(value), 0) FROM subject_counter WHERE subject IN (@asked, @subject)),
            coalesce((SELECT value FROM holder_counter WHERE organisation = @holder), 0),
            (SELECT wrapped FROM subject_key WHERE subject = @subject)
        """;

    private const string UpdateHead =
        "UPDATE log_head SET size = @new WHERE log = @log AND epoch = @epoch AND size = @old";

    private const string Beat = "UPDATE log_head SET beat = beat + 1 WHERE log = @log AND epoch = @epoch AND size = @size";

    private const string SelectHead = "SELECT epoch, size FROM log_head WHERE log = @log";

    private readonly SqliteConnection connection;
    private readonly PreparedStatement begin;
    private readonly PreparedStatement commit;
    private readonly PreparedStatement versions;
    private readonly PreparedStatement upsertKey;
    private readonly PreparedStatement insert;
    private readonly PreparedStatement updateHead;
    private readonly Guid log;
    private readonly long epoch;
    private long size;

    private LogConnection(SqliteConnection connection, Guid log, long epoch)
    {
        this.connection = connection;
        this.log = log;
        this.epoch = epoch;
        begin = new PreparedStatement(connection, "BEGIN IMMEDIATE");
        commit = new PreparedStatement(connection, "COMMIT");
        versions = new PreparedStatement(
            connection,
            SelectVersions,
            ("@asked", SqliteType.Blob),
            ("@subject", SqliteType.Blob),
            ("@holder", SqliteType.Text));
        upsertKey = new PreparedStatement(
            connection,
            PersonKeyTable.Upsert,
            ("@subject", SqliteType.Blob),
            ("@wrapped", SqliteType.Blob),
            ("@stir", SqliteType.Blob));
        insert = AuditEntryTable.ToInsert(connection);
        updateHead = new PreparedStatement(
            connection,
            UpdateHead,
            ("@new", SqliteType.Integer),
            ("@log", SqliteType.Blob),
            ("@epoch", SqliteType.Integer),
            ("@old", SqliteType.Integer));
    }

    /// <summary>Opens the log and reads its head.</summary>
    /// <exception cref="LogSupersededException">Another writer has taken the log over.</exception>
    public static LogConnection Open(SqliteOpener opener, Guid log, long epoch)
    {
        var opened = new LogConnection(opener.OpenToWrite(), log, epoch);
        try
        {
            opened.ReadHead();
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Stores a batch in one transaction and says of each entry what it will be answered.</summary>
    /// <remarks>INVARIANT: a receipt is answered only after COMMIT has returned.</remarks>
    public void Store(IReadOnlyList<QueuedEntry> batch)
    {
        begin.Execute();
        var next = size;
        foreach (var entry in batch)
        {
            next += Store(entry, next) ? 1 : 0;
        }

        RequireOne(updateHead.Set(0, next).Set(1, StoredForms.Id(log)).Set(2, epoch).Set(3, size).Execute());
        commit.Execute();
        size = next;
    }

    /// <summary>Makes a durable change that is no entry.</summary>
    public void Probe()
    {
        begin.Execute();
        RequireOne(connection.Execute(Beat, new { log = StoredForms.Id(log), epoch, size }));
        commit.Execute();
    }

    public void Dispose()
    {
        begin.Dispose();
        commit.Dispose();
        versions.Dispose();
        upsertKey.Dispose();
        insert.Dispose();
        updateHead.Dispose();
        connection.Dispose();
    }

    private static void RequireOne(int rows)
    {
        if (rows != 1)
        {
            throw new LogSupersededException();
        }
    }

    private void ReadHead()
    {
        var (stored, length) = connection.QuerySingle<(long Epoch, long Size)>(SelectHead, new { log = StoredForms.Id(log) });
        if (stored != epoch)
        {
            throw new LogSupersededException();
        }

        size = length;
    }

    // INVARIANT: the writes are the same whether the subject is known or not.
    private bool Store(QueuedEntry entry, long index)
    {
        if (!FactsHold(entry))
        {
            entry.WillBe(new AppendResult.FactsChanged());
            return false;
        }

        upsertKey.Set(0, entry.Subject).Set(1, entry.Wrapped).Set(2, entry.Stir).Execute();
        var hash = entry.HashAt(index);
        AuditEntryTable.Write(insert, entry.Row, index, hash);
        entry.WillBe(new AppendResult.Stored(new AuditReceipt(log, entry.Row.Entry, index, hash, entry.Row.ReleaseCommitment)));
        return true;
    }

    private bool FactsHold(QueuedEntry entry)
    {
        using var row = versions.Set(0, entry.Asked).Set(1, entry.Subject).Set(2, entry.Holder).Read();
        if (!row.Read())
        {
            return false;
        }

        var relied = entry.Versions;
        if (relied != FactVersions.NotRead && (row.GetInt64(0) != relied.Subject || row.GetInt64(1) != relied.Holder))
        {
            return false;
        }

        if (!row.IsDBNull(2) && row.GetFieldValue<byte[]>(2) is var stored && !stored.AsSpan().SequenceEqual(entry.Wrapped))
        {
            entry.SealUnder(stored);
        }

        return true;
    }
}

/// <summary>Another writer has taken the log over: this one may not write any more.</summary>
internal sealed class LogSupersededException() : Exception("Another writer has taken the log over.");
