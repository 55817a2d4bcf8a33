using Google.Protobuf;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Taushet.Client.Files;
using Taushet.V1;

namespace Taushet.Client;

/// <summary>Keeps disclosures on this machine until the gateway is proved to have stored them, across restarts of either.</summary>
/// <remarks>
/// INVARIANT: a disclosure that was put in is sent until a receipt of it has been checked; nothing else takes it out.
/// Any number of threads may put; one process has the file at a time.
/// </remarks>
public sealed class DisclosureOutbox : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS outgoing (
            place       INTEGER PRIMARY KEY AUTOINCREMENT,
            disclosure  BLOB    NOT NULL UNIQUE,
            content     BLOB        NULL,
            state       INTEGER NOT NULL,
            put_at      INTEGER NOT NULL,
            attempts    INTEGER NOT NULL,
            status      INTEGER     NULL,
            told        TEXT    NOT NULL,
            response    BLOB        NULL
        )
        """;

    private const string DestroyedSince =
        "What was submitted under this id has been destroyed since. If this is another disclosure, write it under an id of its own.";

    private readonly SealedFile file;
    private readonly TimeProvider clock;

    /// <summary>Opens the file of an outbox, and makes it when there is none.</summary>
    /// <param name="path">Where it lies: on a disk that survives a restart.</param>
    /// <param name="key">32 bytes that seal what waits, from the host's own store of secrets.</param>
    /// <param name="clock">Tells when something was put in.</param>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public DisclosureOutbox(string path, ReadOnlySpan<byte> key, TimeProvider clock)
    {
        file = new SealedFile(path, key, Schema);
        this.clock = clock;
    }

    /// <summary>Puts a disclosure in. It is durable when this returns, and will be sent. The same id again changes nothing.</summary>
    /// <param name="disclosure">With an id of 16 bytes.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    /// <exception cref="SqliteException">It is not known to be durable: tell its writer.</exception>
    public void Put(Disclosure disclosure)
    {
        if (disclosure.DisclosureId.Length != 16)
        {
            throw new ArgumentException("A disclosure needs an id of 16 bytes.", nameof(disclosure));
        }

        var id = disclosure.DisclosureId.ToByteArray();
        file.Execute(
            """
            INSERT INTO outgoing (disclosure, content, state, put_at, attempts, told) VALUES (@id, @content, 1, @at, 0, '')
            ON CONFLICT (disclosure) DO NOTHING
            """,
            ("@id", id),
            ("@content", file.Seal(disclosure.ToByteArray(), id)),
            ("@at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>Everything in the outbox, in the order in which it was put in.</summary>
    public IReadOnlyList<OutboxItem> Items() => file.Read(
        "SELECT disclosure, state, put_at, attempts, status, told FROM outgoing ORDER BY place",
        row => new OutboxItem(
            new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true),
            (OutboxState)row.GetInt32(1),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            row.GetInt32(3),
            row.IsDBNull(4) ? null : (StatusCode)row.GetInt32(4),
            row.GetString(5)));

    /// <summary>What the gateway answered to a disclosure that it has stored; null before.</summary>
    public SubmitDisclosureResponse? AnswerTo(Guid id)
    {
        var key = id.ToByteArray(bigEndian: true);
        return file.Read(
            "SELECT response FROM outgoing WHERE disclosure = @id AND response IS NOT NULL",
            row => SubmitDisclosureResponse.Parser.ParseFrom(file.Open(row.GetFieldValue<byte[]>(0), key)),
            ("@id", key)).SingleOrDefault();
    }

    /// <summary>
    /// Sends everything that waits, once, in the order in which it was put in. Of one child none goes before an earlier one that still
    /// waits; one that fails holds up no other child's.
    /// </summary>
    /// <param name="send">Calls the gateway's SubmitDisclosure, with the host's own token and deadline.</param>
    /// <param name="check">Checks the receipts.</param>
    /// <param name="cancellation">Ends between two disclosures.</param>
    /// <returns>How many still wait.</returns>
    public async Task<int> SendAsync(
        Func<SubmitDisclosureRequest, Task<SubmitDisclosureResponse>> send, ReceiptCheck check, CancellationToken cancellation)
    {
        var heldBack = new HashSet<ChildRef>();
        foreach (var (id, content) in Waiting())
        {
            cancellation.ThrowIfCancellationRequested();
            var disclosure = Disclosure.Parser.ParseFrom(file.Open(content, id));
            var child = disclosure.Child ?? new ChildRef();
            if (heldBack.Contains(child))
            {
                continue;
            }

            var sent = await SendAsync(id, disclosure, send, check);
            if (sent == Sending.GatewayAway)
            {
                break;
            }

            if (sent == Sending.Failed)
            {
                heldBack.Add(child);
            }
        }

        return Items().Count(item => item.State == OutboxState.Waiting);
    }

    /// <summary>Sends what waits, and what is put in meanwhile, until it is cancelled.</summary>
    /// <param name="send">As for one round.</param>
    /// <param name="check">As for one round.</param>
    /// <param name="pause">How long between two rounds.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(
        Func<SubmitDisclosureRequest, Task<SubmitDisclosureResponse>> send, ReceiptCheck check, TimeSpan pause, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await SendAsync(send, check, cancellation);
                await Task.Delay(pause, clock, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    // What the gateway will say again, however often it is asked.
    private static bool IsFinal(StatusCode status) =>
        status is StatusCode.InvalidArgument or StatusCode.AlreadyExists or StatusCode.NotFound or StatusCode.FailedPrecondition;

    private static bool IsAway(StatusCode status) =>
        status is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Cancelled;

    private List<(byte[] Id, byte[] Content)> Waiting() => file.Read(
        "SELECT disclosure, content FROM outgoing WHERE state = 1 ORDER BY place",
        row => (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)));

    private async Task<Sending> SendAsync(
        byte[] id, Disclosure disclosure, Func<SubmitDisclosureRequest, Task<SubmitDisclosureResponse>> send, ReceiptCheck check)
    {
        try
        {
            var answer = await send(new SubmitDisclosureRequest { Disclosure = disclosure });

            if (answer.Destroyed)
            {
                // Nothing can tell any more whether it is the same that was stored: a person looks.
                Note(id, OutboxState.Refused, StatusCode.OK, DestroyedSince);
                return Sending.Done;
            }

            // Forgotten already, so that its bytes cannot be compared: the receiver has had it for a month.
            var forgotten = answer is { RepeatedSubmission: true, State: DisclosureState.Acknowledged, Delivered: null };
            var told = check.Check(answer).Match(_ => string.Empty, broken => forgotten ? string.Empty : broken.Text);
            if (told.Length > 0)
            {
                Note(id, OutboxState.Waiting, StatusCode.OK, told);
                return Sending.Failed;
            }

            file.Execute(
                "UPDATE outgoing SET state = 2, attempts = attempts + 1, status = 0, told = '', content = NULL, response = @response WHERE disclosure = @id",
                ("@id", id),
                ("@response", file.Seal(answer.ToByteArray(), id)));
            return Sending.Done;
        }
        catch (RpcException error)
        {
            var final = IsFinal(error.StatusCode);
            Note(id, final ? OutboxState.Refused : OutboxState.Waiting, error.StatusCode, error.Status.Detail);
            return final ? Sending.Done : IsAway(error.StatusCode) ? Sending.GatewayAway : Sending.Failed;
        }
    }

    private void Note(byte[] id, OutboxState state, StatusCode status, string told) => file.Execute(
        "UPDATE outgoing SET state = @state, attempts = attempts + 1, status = @status, told = @told WHERE disclosure = @id",
        ("@id", id),
        ("@state", (int)state),
        ("@status", (int)status),
        ("@told", told));

    private enum Sending
    {
        Done,
        Failed,
        GatewayAway,
    }
}
