using System.Collections.Concurrent;

namespace Taushet.Storage.Sqlite;

/// <summary>The one thread that writes the log: whatever waits goes into one transaction.</summary>
/// <remarks>
/// Any failure, also of COMMIT with its unknown outcome, answers the whole batch unavailable and closes the connection; nothing
/// is retried, and the head is read again before the next batch.
/// </remarks>
internal sealed class LogWriter : IDisposable
{
    private const int IdleBeats = 10;

    private readonly SqliteOpener opener;
    private readonly WriteGate gate;
    private readonly Guid log;
    private readonly long epoch;
    private readonly BlockingCollection<QueuedEntry> queue;
    private readonly Thread thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogConnection? connection;
    private volatile bool canCommit;
    private volatile bool superseded;
    private volatile bool completed;
    private volatile bool disposed;

    public LogWriter(SqliteOpener opener, WriteGate gate, Guid log, long epoch)
    {
        this.opener = opener;
        this.gate = gate;
        this.log = log;
        this.epoch = epoch;
        queue = new BlockingCollection<QueuedEntry>(opener.Options.QueueCapacity);
        Try("open log", static (_, _) => { }, []);
        thread = new Thread(Run) { IsBackground = true, Name = "audit log" };
        thread.Start();
    }

    public bool CanCommit => canCommit;

    /// <summary>Whether no entry will ever be taken again.</summary>
    public bool Closed => superseded || completed;

    public Task Ended => ended.Task;

    /// <summary>Queues an entry.</summary>
    /// <returns>False when the queue is full.</returns>
    /// <exception cref="InvalidOperationException">The writer drains.</exception>
    public bool TryQueue(QueuedEntry entry) => queue.TryAdd(entry);

    /// <summary>Takes no more; <see cref="Ended"/> follows when every queued entry has its answer.</summary>
    public void Complete()
    {
        if (!completed)
        {
            completed = true;
            queue.CompleteAdding();
        }
    }

    // A host's container and the store's owner may both dispose; the second finds nothing to do.
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        Complete();
        disposed = true;
        thread.Join();
        queue.Dispose();
    }

    private void Run()
    {
        var batch = new List<QueuedEntry>(opener.Options.BatchSize);
        while (!queue.IsCompleted)
        {
            if (Fill(batch))
            {
                StoreBatch(batch);
            }
            else if (!queue.IsAddingCompleted)
            {
                Try("probe log", static (open, _) => open.Probe(), []);
            }
        }

        connection?.Dispose();
        canCommit = false;
        ended.SetResult();
    }

    // Waits for the first entry, and takes what else waits.
    private bool Fill(List<QueuedEntry> batch)
    {
        batch.Clear();
        var wait = opener.Options.ProbeInterval * (canCommit ? IdleBeats : 1);
        if (!queue.TryTake(out var entry, wait))
        {
            return false;
        }

        do
        {
            batch.Add(entry);
        }
        while (batch.Count < opener.Options.BatchSize && queue.TryTake(out entry));

        return true;
    }

    private void StoreBatch(List<QueuedEntry> batch)
    {
        var stored = Try("store entries", static (open, entries) => open.Store(entries), batch);
        foreach (var entry in batch)
        {
            if (stored)
            {
                entry.AnswerOutcome();
            }
            else
            {
                entry.AnswerUnavailable();
            }
        }
    }

    private bool Try(string operation, Action<LogConnection, List<QueuedEntry>> work, List<QueuedEntry> batch)
    {
        if (superseded)
        {
            return false;
        }

        try
        {
            lock (gate.Held)
            {
                connection ??= LogConnection.Open(opener, log, epoch);
                work(connection, batch);
            }

            canCommit = true;
            return true;
        }
        catch (Exception error)
        {
            canCommit = false;
            superseded = error is LogSupersededException;
            Discard();
            opener.Report(operation, error);
            return false;
        }
    }

    private void Discard()
    {
        try
        {
            connection?.Dispose();
        }
        catch (Exception error)
        {
            opener.Report("close log", error);
        }

        connection = null;
    }
}
