using Microsoft.Data.Sqlite;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Log;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>The connection that writes a log in SQLite.</summary>
internal sealed class SqliteLogSession : ILogSession
{
    private readonly SqliteConnection connection;
    private readonly WriteGate gate;
    private readonly WalCheckpointer checkpointer;
    private readonly AppendStatements statements;
    private readonly ChangeWriting changes;

    private SqliteLogSession(
        SqliteConnection connection,
        StoreKeys keys,
        WriteGate gate,
        WalCheckpointer checkpointer,
        LogHead head)
    {
        this.connection = connection;
        this.gate = gate;
        this.checkpointer = checkpointer;
        Head = head;
        changes = new ChangeWriting(connection, keys);
        Subtrees = SubtreeTable.Of(connection, head.Log);
        statements = new AppendStatements(connection);
    }

    public LogHead Head { get; }

    public SubtreeSource Subtrees { get; }

    public static SqliteLogSession Open(SqliteOpener opener, WriteGate gate, WalCheckpointer checkpointer, Guid log)
    {
        var opened = opener.OpenToWrite();
        try
        {
            var (epoch, size) = LogHeadTable.Read(opened, log);
            var head = new LogHead(log, epoch, size, CheckpointTable.Newest(opened, log));
            return new SqliteLogSession(opened, opener.Options.Keys, gate, checkpointer, head);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public long? Claim(Guid owner, TimeSpan lease)
    {
        lock (gate.Held)
        {
            return LogHeadTable.Claim(connection, Head.Log, (Head.Epoch, Head.Size), owner, lease) ? Head.Epoch + 1 : null;
        }
    }

    public void Complete(IReadOnlyCollection<StoredSubtree> subtrees)
    {
        lock (gate.Held)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            SubtreeTable.Write(connection, Head.Log, subtrees);
            transaction.Commit();
        }
    }

    public IReadOnlyList<StaleEntry> Append(LogBatch batch)
    {
        lock (gate.Held)
        {
            checkpointer.BeforeCommit(connection);
            statements.Begin.Execute();
            var stale = StaleAmong(batch);
            if (stale.Count > 0)
            {
                statements.Rollback.Execute();
                return stale;
            }

            Write(batch);
            Commit();
            checkpointer.Committed(batch.Entries.Count);
            return [];
        }
    }

    public void Beat(long epoch, long size, TimeSpan lease)
    {
        lock (gate.Held)
        {
            statements.Begin.Execute();
            MoveHead(epoch, size, size, lease);
            Commit();
        }
    }

    public void Release(long epoch)
    {
        lock (gate.Held)
        {
            LogHeadTable.Release(connection, Head.Log, epoch);
        }
    }

    public void Dispose()
    {
        statements.Dispose();
        connection.Dispose();
    }

    // INVARIANT: the writes are the same whether the subject is known or not.
    private void Write(LogBatch batch)
    {
        foreach (var placed in batch.Entries)
        {
            var (entry, index, leafHash) = placed;
            var key = entry.Key;
            statements.UpsertKey.Bind(1, key.Subject).Bind(2, key.Holder).Bind(3, key.Service).Bind(4, key.Year)
                .Bind(5, entry.Wrapped).Bind(6, entry.Stir).Execute();
            AuditEntryTable.Write(statements.Insert, entry.Row, index, leafHash);
            changes.Write(placed);
        }

        SubtreeTable.Write(connection, batch.Log, batch.Growth.Completed);
        CheckpointTable.Write(statements.InsertCheckpoint, batch.Log, batch.Checkpoint);
        MoveHead(batch.Epoch, batch.SizeBefore, batch.SizeAfter, batch.Lease);
    }

    private void Commit()
    {
        statements.Commit.Execute();
        DatabasePlace.RequireKept(connection);
    }

    private void MoveHead(long epoch, long from, long to, TimeSpan lease)
    {
        var moved = statements.MoveHead.Bind(1, to).Bind(2, StoredForms.Micros(lease)).Bind(3, Head.Log).Bind(4, epoch).Bind(5, from);
        if (moved.Execute() != 1)
        {
            throw new LogSupersededException();
        }
    }

    private List<StaleEntry> StaleAmong(LogBatch batch)
    {
        var stale = new List<StaleEntry>();
        var disclosed = new DisclosedIds();
        for (var position = 0; position < batch.Entries.Count; position++)
        {
            var entry = batch.Entries[position].Entry;
            if (disclosed.IsRepeated(entry.Change))
            {
                stale.Add(new StaleEntry(position, FactsChanged: true, StoredKey: null));
            }
            else if (Compare(position, entry) is { } found)
            {
                stale.Add(found);
            }
        }

        return stale;
    }

    private StaleEntry? Compare(int position, QueuedEntry entry)
    {
        if (changes.IsOvertaken(entry))
        {
            return new StaleEntry(position, FactsChanged: true, StoredKey: null);
        }

        statements.Versions.Bind(1, entry.Asked).Bind(2, entry.Subject).Bind(3, entry.Holder)
            .Bind(4, entry.Key.Holder).Bind(5, entry.Key.Service).Bind(6, entry.Key.Year);
        var (subject, holder, stored) = statements.Versions.ReadRow(static row => (row.Long(0), row.Long(1), row.Bytes(2)));
        if (!entry.StillHolds(subject, holder))
        {
            return new StaleEntry(position, FactsChanged: true, StoredKey: null);
        }

        var another = stored is null ? entry.KeyWasStored : !stored.AsSpan().SequenceEqual(entry.Wrapped);
        return another ? new StaleEntry(position, FactsChanged: false, stored) : null;
    }
}
