using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Log;

/// <summary>One holding of the log, from its claim to the first failure: the session, the epoch, and the tree so far.</summary>
internal sealed class LogTenure : IDisposable
{
    private const int Attempts = 3;

    private readonly ILogSession session;
    private readonly LogSettings settings;
    private readonly CheckpointFile file;
    private readonly long epoch;
    private Frontier frontier;

    private LogTenure(ILogSession session, LogSettings settings, CheckpointFile file, long epoch, Frontier frontier)
    {
        this.session = session;
        this.settings = settings;
        this.file = file;
        this.epoch = epoch;
        this.frontier = frontier;
    }

    public Guid Log => session.Head.Log;

    /// <summary>Opens the log, checks that it has lost nothing, and claims it.</summary>
    /// <exception cref="LogRolledBackException">It has lost entries. Nothing was written.</exception>
    /// <exception cref="LogHeldException">Another process holds it. Nothing was written.</exception>
    public static LogTenure Begin(ILogBackend backend, LogSettings settings, CheckpointFile file, Guid owner)
    {
        var opened = backend.Open();
        try
        {
            var head = opened.Head;
            var tree = new StoredTree(opened.Subtrees);
            var keptSubtrees = head.Size == 0 || head.Checkpoint is not null;
            if (keptSubtrees)
            {
                RollbackCheck.Require(head, tree, settings.Signer.OriginOf(head.Log), file.Newest());
            }

            var claimed = opened.Claim(owner, settings.Lease) ?? throw new LogHeldException();
            if (!keptSubtrees)
            {
                LegacyTree.Complete(opened);
                RollbackCheck.Require(head, tree, settings.Signer.OriginOf(head.Log), file.Newest());
            }

            return new LogTenure(opened, settings, file, claimed, tree.FrontierAt(head.Size));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Stores entries in one transaction and says of each what it will be answered.</summary>
    /// <remarks>
    /// INVARIANT: a receipt is answered only after COMMIT has returned. What is stored again here is a batch that was surely not
    /// stored: the store itself refused it for the entries it named.
    /// INVARIANT: an entry is stored in the log it was sealed for, or not at all. Entries that queued before an operator began
    /// a new log are not stored, and so answered unavailable.
    /// </remarks>
    public void Store(IReadOnlyList<QueuedEntry> entries)
    {
        var left = entries.Where(entry => entry.Row.Log == Log).ToList();
        for (var attempt = 0; attempt < Attempts && left.Count > 0; attempt++)
        {
            var batch = LogBatch.Of(session.Head, epoch, frontier, left, settings);
            settings.BeforeStore?.Invoke();
            var stale = session.Append(batch);
            if (stale.Count == 0)
            {
                settings.AfterStore?.Invoke();
                frontier = batch.Growth.After;
                file.Append(batch.Checkpoint.Note);
                Promise(batch);
                return;
            }

            left = Renew(left, stale);
        }

        if (left.Count > 0)
        {
            throw new InvalidOperationException("The batch kept being refused.");
        }
    }

    /// <summary>Makes a durable change that is no entry, and keeps the lease.</summary>
    public void Beat()
    {
        session.Beat(epoch, frontier.Size, settings.Lease);
        file.Flush();
    }

    /// <summary>Gives the log up for the next process.</summary>
    public void Release()
    {
        session.Release(epoch);
        file.Flush();
    }

    public void Dispose() => session.Dispose();

    private static void Promise(LogBatch batch)
    {
        foreach (var (entry, index, leafHash) in batch.Entries)
        {
            entry.WillBe(new AppendResult.Stored(
                new AuditReceipt(entry.Leaf, index, leafHash, batch.Growth, batch.Checkpoint.Note)));
        }
    }

    private static List<QueuedEntry> Renew(List<QueuedEntry> left, IReadOnlyList<StaleEntry> stale)
    {
        foreach (var found in stale.OrderByDescending(one => one.Position))
        {
            var entry = left[found.Position];
            if (found.FactsChanged)
            {
                entry.WillBe(new AppendResult.FactsChanged());
                left.RemoveAt(found.Position);
            }
            else
            {
                entry.SealUnder(found.StoredKey);
            }
        }

        return left;
    }
}
