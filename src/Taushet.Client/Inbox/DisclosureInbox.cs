using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Taushet.Client.Files;
using Taushet.V1;

namespace Taushet.Client;

/// <summary>Keeps deliveries on the receiver's machine: each once, handed on in order for each child.</summary>
/// <remarks>
/// INVARIANT: a delivery is kept durably before it is acknowledged, and kept once however often it comes.
/// INVARIANT: of the deliveries about one child none is handed on before an earlier one.
/// </remarks>
public sealed class DisclosureInbox : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS incoming (
            place         INTEGER PRIMARY KEY AUTOINCREMENT,
            delivery      BLOB    NOT NULL UNIQUE,
            channel       BLOB    NOT NULL,
            channel_place INTEGER NOT NULL,
            content       BLOB    NOT NULL,
            proven        INTEGER NOT NULL,
            stored_at     INTEGER NOT NULL,
            acknowledged  INTEGER NOT NULL,
            handled       INTEGER NOT NULL
        );
        CREATE INDEX IF NOT EXISTS incoming_channel ON incoming (channel, channel_place);
        CREATE INDEX IF NOT EXISTS incoming_open ON incoming (handled, place);
        CREATE TABLE IF NOT EXISTS resume (one INTEGER PRIMARY KEY CHECK (one = 1), token BLOB NOT NULL)
        """;

    private readonly SealedFile file;
    private readonly TimeProvider clock;

    /// <summary>Opens the file of an inbox, and makes it when there is none.</summary>
    /// <param name="path">Where it lies: on a disk that survives a restart.</param>
    /// <param name="key">32 bytes that seal what was delivered, from the host's own store of secrets.</param>
    /// <param name="clock">Tells when something was kept.</param>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public DisclosureInbox(string path, ReadOnlySpan<byte> key, TimeProvider clock)
    {
        file = new SealedFile(path, key, Schema);
        this.clock = clock;
    }

    /// <summary>Where a stream goes on: after the newest delivery that was kept.</summary>
    public ByteString ResumeToken => ByteString.CopyFrom(
        file.Read("SELECT token FROM resume", row => row.GetFieldValue<byte[]>(0)).SingleOrDefault() ?? []);

    /// <summary>How many deliveries are kept.</summary>
    public int Count => file.Read("SELECT count(*) FROM incoming", row => row.GetInt32(0))[0];

    /// <summary>Keeps a delivery; one that is kept already changes nothing. Durable when this returns.</summary>
    /// <param name="received">The delivery and where the stream goes on after it.</param>
    /// <param name="proven">Whether its receipt holds. One that does not is kept as well: look into it, but lose nothing.</param>
    /// <returns>The receipt to acknowledge it with, the same each time; and whether it is new.</returns>
    public (ByteString Receipt, bool IsNew) Keep(ReceiveDisclosuresResponse received, bool proven)
    {
        var delivery = received.Delivery;
        var id = delivery.DeliveryId.ToByteArray();
        var known = PlaceOf(id);
        file.Execute(
            """
            BEGIN IMMEDIATE;
            INSERT INTO incoming (delivery, channel, channel_place, content, proven, stored_at, acknowledged, handled)
            VALUES (@id, @channel, @channelPlace, @content, @proven, @at, 0, 0)
            ON CONFLICT (delivery) DO NOTHING;
            INSERT INTO resume (one, token) VALUES (1, @token) ON CONFLICT (one) DO UPDATE SET token = max(token, @token);
            COMMIT
            """,
            ("@id", id),
            ("@channel", delivery.Channel.ToByteArray()),
            ("@channelPlace", (long)delivery.ChannelPlace),
            ("@content", file.Seal(delivery.ToByteArray(), id)),
            ("@proven", proven ? 1 : 0),
            ("@at", clock.GetUtcNow().ToUnixTimeMilliseconds()),
            ("@token", received.ResumeToken.ToByteArray()));
        return (ByteString.CopyFromUtf8($"inbox-{known ?? PlaceOf(id)}"), known is null);
    }

    private long? PlaceOf(byte[] delivery) => file.Read(
        "SELECT place FROM incoming WHERE delivery = @id", row => (long?)row.GetInt64(0), ("@id", delivery)).SingleOrDefault();

    /// <summary>Notes that the gateway knows that a delivery is kept.</summary>
    public void Acknowledged(ByteString delivery) =>
        file.Execute("UPDATE incoming SET acknowledged = 1 WHERE delivery = @id", ("@id", delivery.ToByteArray()));

    /// <summary>The oldest delivery that may be handed on: all earlier ones about its child have been. Null when there is none.</summary>
    public Delivery? Next() => file.Read(
        """
        SELECT delivery, content FROM incoming AS one
        WHERE handled = 0 AND channel_place = 1 + (
            SELECT count(*) FROM incoming AS earlier
            WHERE earlier.channel = one.channel AND earlier.channel_place < one.channel_place AND earlier.handled = 1)
        ORDER BY place
        LIMIT 1
        """,
        row => Delivery.Parser.ParseFrom(file.Open(row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(0)))).SingleOrDefault();

    /// <summary>Notes that a delivery has been handed on; it will not be again.</summary>
    /// <returns>False when that had been noted before.</returns>
    public bool Handled(ByteString delivery) =>
        file.Execute("UPDATE incoming SET handled = 1 WHERE delivery = @id AND handled = 0", ("@id", delivery.ToByteArray())) == 1;

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
