using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Seals entries on their callers' threads and has the log's writer store them.</summary>
internal sealed class SqliteAuditStore : IAuditStore, IDisposable
{
    private const int CommitmentSize = SHA256.HashSizeInBytes;

    private readonly SqliteOpener opener;
    private readonly Guid log;
    private readonly PartSealer sealer;
    private readonly ReadPool<PreparedStatement> pool;
    private readonly LogWriter writer;

    public SqliteAuditStore(SqliteOpener opener, WriteGate gate, Guid log, long epoch)
    {
        this.opener = opener;
        this.log = log;
        sealer = new PartSealer(opener.Options.Keys, log);
        pool = new(opener, connection =>
            new PreparedStatement(connection, PersonKeyTable.SelectCurrent, ("@asked", SqliteType.Blob)));
        writer = new LogWriter(opener, gate, log, epoch);
    }

    public bool CanCommit => writer.CanCommit;

    public Task<AppendResult> AppendAsync(
        EntryDraft draft,
        SubjectKey subject,
        string holder,
        FactVersions versions,
        CancellationToken cancellation)
    {
        if (draft.ReleaseCommitment.Length != CommitmentSize)
        {
            throw new ArgumentException("A release commitment is 32 bytes.", nameof(draft));
        }

        cancellation.ThrowIfCancellationRequested();
        if (writer.Closed)
        {
            return Task.FromResult<AppendResult>(new AppendResult.Unavailable());
        }

        try
        {
            var entry = Seal(draft, subject, holder, versions);
            return writer.TryQueue(entry)
                ? entry.Answer.WaitAsync(cancellation)
                : Task.FromResult<AppendResult>(new AppendResult.Full());
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("seal entry", error);
            return Task.FromResult<AppendResult>(new AppendResult.Unavailable());
        }
    }

    public Task DrainAsync()
    {
        writer.Complete();
        return writer.Ended;
    }

    public void Dispose()
    {
        writer.Dispose();
        pool.Dispose();
    }

    private QueuedEntry Seal(EntryDraft draft, SubjectKey subject, string holder, FactVersions versions)
    {
        var asked = SubjectLookup.Of(opener.Options.Keys, subject);
        var (current, stored) = pool.Read(asked, static (statement, key) => KeyOf(statement, key));
        return new QueuedEntry(
            opener.Options.Keys,
            sealer,
            new EntryOrder(log, draft, asked, current, stored, holder, versions));
    }

    private static (byte[] Subject, byte[]? StoredKey) KeyOf(PreparedStatement statement, byte[] asked)
    {
        using var row = statement.Set(0, asked).Read();
        return row.Read()
            ? (row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1))
            : throw new StoredValueException("A person's key could not be read.");
    }
}
