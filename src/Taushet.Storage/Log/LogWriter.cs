using System.Collections.Concurrent;
using System.Diagnostics;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Log;

/// <summary>The one thread that writes the log: whatever waits goes into one transaction, one tree update, one signature.</summary>
/// <remarks>
/// Any failure, also of COMMIT with its unknown outcome, answers the whole batch unavailable and ends the tenure; nothing is
/// retried, and the head is read again before the next batch.
/// </remarks>
internal sealed class LogWriter : IDisposable
{
    private readonly ILogBackend backend;
    private readonly LogSettings settings;
    private readonly Guid owner;
    private readonly CheckpointFile file;
    private readonly BlockingCollection<QueuedEntry> queue;
    private readonly Thread thread;
    private readonly HashSet<byte[]> changed = new(SubjectBytes.Equality);
    private readonly HashSet<string> changedHolders = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogTenure? tenure;
    private QueuedEntry? heldBack;
    private long failedAt;
    private long keysReadAt = Stopwatch.GetTimestamp();
    private volatile int condition = (int)LogCondition.Unreachable;
    private volatile object? log;
    private volatile bool completed;

    public LogWriter(ILogBackend backend, LogSettings settings, Guid owner)
    {
        this.backend = backend;
        this.settings = settings;
        this.owner = owner;
        file = new CheckpointFile(settings.CheckpointFile);
        queue = new BlockingCollection<QueuedEntry>(settings.QueueCapacity + settings.DisclosureRoom);
        Try("open log", static (_, _) => { }, []);
        thread = new Thread(Run) { IsBackground = true, Name = "audit log" };
        thread.Start();
    }

    public LogCondition Condition => completed ? LogCondition.Drained : (LogCondition)condition;

    /// <summary>The log that entries are to be sealed for; null when it has never been held.</summary>
    public Guid? Log => (Guid?)log;

    public Task Ended => ended.Task;

    /// <summary>Queues an entry.</summary>
    /// <returns>False when the queue is full.</returns>
    /// <exception cref="InvalidOperationException">The writer drains.</exception>
    /// <remarks>INVARIANT: other traffic cannot fill the room that is kept for disclosures.</remarks>
    public bool TryQueue(QueuedEntry entry) =>
        (entry.Change is RegisterChange.OfDisclosure || queue.Count < settings.QueueCapacity) && queue.TryAdd(entry);

    /// <summary>Takes no more; <see cref="Ended"/> follows when every queued entry has its answer.</summary>
    public void Complete()
    {
        if (!completed)
        {
            completed = true;
            queue.CompleteAdding();
        }
    }

    public void Dispose()
    {
        Complete();
        thread.Join();
        queue.Dispose();
        file.Dispose();
    }

    private void Run()
    {
        var batch = new List<QueuedEntry>(settings.BatchSize);
        while (!queue.IsCompleted || heldBack is not null)
        {
            var filled = Fill(batch);
            RenewKeys();
            if (filled)
            {
                StoreBatch(batch);
            }
            else if (!queue.IsAddingCompleted)
            {
                Try("probe log", static (held, _) => held.Beat(), []);
            }
        }

        if (tenure is not null)
        {
            Try("release log", static (held, _) => held.Release(), []);
            End();
        }

        ended.SetResult();
    }

    // Waits for the first entry, and takes what else waits: up to the first that must see a change committed before it.
    private bool Fill(List<QueuedEntry> batch)
    {
        batch.Clear();
        changed.Clear();
        changedHolders.Clear();
        var wait = Condition == LogCondition.Ready ? settings.Lease / 3 : settings.ProbeInterval;
        var entry = heldBack;
        heldBack = null;
        if (entry is null && !queue.TryTake(out entry, wait))
        {
            return false;
        }

        do
        {
            // INVARIANT: no entry shares a transaction with an earlier change of its subject.
            // INVARIANT: no entry shares a transaction with an earlier change of what its holder has decided.
            if (changed.Contains(entry.Subject) || changedHolders.Contains(entry.Holder))
            {
                heldBack = entry;
                break;
            }

            batch.Add(entry);
            if (entry.Change is not null)
            {
                changed.Add(entry.Subject);
            }

            if (ChangeCheck.IsOfHolder(entry.Change))
            {
                changedHolders.Add(entry.Holder);
            }

            if (ChangeCheck.EndsBatch(entry.Change))
            {
                break;
            }
        }
        while (batch.Count < settings.BatchSize && queue.TryTake(out entry));

        return true;
    }

    // Under load as well as idle. A key that cannot be read stops nothing: those in use go on signing.
    private void RenewKeys()
    {
        if (Stopwatch.GetElapsedTime(keysReadAt) < settings.Lease / 3)
        {
            return;
        }

        keysReadAt = Stopwatch.GetTimestamp();
        try
        {
            settings.Signer.Renew();
        }
        catch (Exception error)
        {
            backend.Report("read checkpoint keys", error);
        }
    }

    private void StoreBatch(List<QueuedEntry> batch)
    {
        // A store that has just failed is not tried for each batch: that would keep every caller waiting on its time-out.
        var down = tenure is null && Stopwatch.GetElapsedTime(failedAt) < settings.ProbeInterval;
        var stored = !down && Try("store entries", static (held, entries) => held.Store(entries), batch);
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

    private bool Try(string operation, Action<LogTenure, IReadOnlyList<QueuedEntry>> work, IReadOnlyList<QueuedEntry> batch)
    {
        try
        {
            tenure ??= Begin();
            work(tenure, batch);
            condition = (int)LogCondition.Ready;
            return true;
        }
        catch (Exception error)
        {
            Fail(operation, error);
            return false;
        }
    }

    private LogTenure Begin()
    {
        file.Reopen();
        var begun = LogTenure.Begin(backend, settings, file, owner);
        log = begun.Log;
        return begun;
    }

    private void Fail(string operation, Exception error)
    {
        failedAt = Stopwatch.GetTimestamp();
        var now = error switch
        {
            LogRolledBackException => LogCondition.RolledBack,
            LogHeldException or LogSupersededException => LogCondition.HeldElsewhere,
            _ => LogCondition.Unreachable,
        };

        // A condition that lasts is told once, a failing store each time.
        if (now == LogCondition.Unreachable || condition != (int)now)
        {
            backend.Report(operation, error);
        }

        condition = (int)now;
        End();
    }

    private void End()
    {
        try
        {
            tenure?.Dispose();
        }
        catch (Exception error)
        {
            backend.Report("close log", error);
        }

        tenure = null;
    }
}
