using System.Security.Cryptography;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Log;

/// <summary>Seals entries on their callers' threads and has the log's writer store them.</summary>
internal sealed class LogAuditStore : IAuditStore, IDisposable
{
    private const int CommitmentSize = SHA256.HashSizeInBytes;

    private readonly ILogBackend backend;
    private readonly ISubjectKeys subjects;
    private readonly StoreKeys keys;
    private readonly LogWriter writer;
    private readonly Turnstile sealing = new();

    public LogAuditStore(ILogBackend backend, ISubjectKeys subjects, StoreKeys keys, LogSettings settings)
    {
        this.backend = backend;
        this.subjects = subjects;
        this.keys = keys;
        writer = new LogWriter(backend, settings, owner: Guid.NewGuid());
    }

    public LogCondition Condition => sealing.IsClosed ? LogCondition.Drained : writer.Condition;

    public Task<AppendResult> AppendAsync(
        EntryDraft draft,
        SubjectKey subject,
        string holder,
        FactVersions versions,
        CancellationToken cancellation)
    {
        Require(draft);
        cancellation.ThrowIfCancellationRequested();
        return QueueAsync(draft, subject, holder, versions, change: null, cancellation);
    }

    public Task<AppendResult> RecordAsync(
        EntryDraft draft,
        SubjectKey subject,
        FactVersions versions,
        RegisterChange change,
        CancellationToken cancellation)
    {
        Require(draft);
        ChangeCheck.Require(change, versions);
        cancellation.ThrowIfCancellationRequested();
        return QueueAsync(draft, subject, draft.Public.Holder.Organisation, versions, change, cancellation);
    }

    // What is on its way to the queue gets there first: on a server, finding a subject's key takes a while.
    public async Task DrainAsync()
    {
        await sealing.CloseAsync().ConfigureAwait(false);
        writer.Complete();
        await writer.Ended.ConfigureAwait(false);
    }

    public void Dispose()
    {
        writer.Dispose();
        backend.Dispose();
    }

    private static void Require(EntryDraft draft)
    {
        if (draft.ReleaseCommitment.Length != CommitmentSize)
        {
            throw new ArgumentException("A release commitment is 32 bytes.", nameof(draft));
        }
    }

    private async Task<AppendResult> QueueAsync(
        EntryDraft draft,
        SubjectKey subject,
        string holder,
        FactVersions versions,
        RegisterChange? change,
        CancellationToken cancellation)
    {
        if (writer.Log is not { } log || !sealing.TryEnter())
        {
            return new AppendResult.Unavailable();
        }

        QueuedEntry entry;
        try
        {
            // INVARIANT: a caller that went away does not take its entry out. So nothing before the queue is cancelled either.
            var asked = SubjectLookup.Of(keys, subject);
            var found = await subjects.FindAsync(asked, draft.Public, CancellationToken.None).ConfigureAwait(false);
            var order = new EntryOrder(log, draft, asked, found.Subject, found.Wrapped, holder, versions, change);
            entry = new QueuedEntry(keys, new PartSealer(keys, log), order);
            if (!writer.TryQueue(entry))
            {
                return new AppendResult.Full();
            }
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            backend.Report("seal entry", error);
            return new AppendResult.Unavailable();
        }
        finally
        {
            sealing.Leave();
        }

        return await entry.Answer.WaitAsync(cancellation).ConfigureAwait(false);
    }
}
