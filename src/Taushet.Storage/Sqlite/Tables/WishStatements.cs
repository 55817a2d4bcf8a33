using Microsoft.Data.Sqlite;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The statements that read wishes with their history.</summary>
internal sealed class WishStatements(SqliteConnection connection) : IDisposable
{
    private const string SelectCurrent =
        "SELECT coalesce((SELECT current FROM identifier_history WHERE former = @asked), @asked)";

    private const string SelectEvents = $"""
        SELECT {WishRecordRows.EventColumns}
        FROM wish
        JOIN wish_event ON wish_event.wish = wish.id
        WHERE wish.subject = @subject
        ORDER BY wish.id, wish_event.version
        """;

    private const string SelectParties = """
        SELECT wish_party.wish, wish_party.side, wish_party.service, wish_party.organisation
        FROM wish
        JOIN wish_party ON wish_party.wish = wish.id
        WHERE wish.subject = @subject
        ORDER BY wish_party.wish, wish_party.side, wish_party.ordinal
        """;

    // 4, 5 and 6: expired, lapsed, replaced.
    private const string SelectOpen = """
        SELECT wish.id, wish.subject FROM wish
        WHERE wish.id > @after
            AND NOT EXISTS (SELECT 1 FROM wish_event WHERE wish_event.wish = wish.id AND wish_event.event IN (4, 5, 6))
        ORDER BY wish.id
        LIMIT @count
        """;

    private const string SelectOpenOfRecorder = """
        SELECT wish.id, wish.subject FROM wish
        WHERE wish.recorder = @recorder AND wish.id > @after
            AND NOT EXISTS (SELECT 1 FROM wish_event WHERE wish_event.wish = wish.id AND wish_event.event IN (4, 5, 6))
        ORDER BY wish.id
        LIMIT @count
        """;

    /// <summary>asked.</summary>
    public PreparedStatement Current { get; } = new(connection, SelectCurrent, ("@asked", SqliteType.Blob));

    /// <summary>subject.</summary>
    public PreparedStatement Events { get; } = new(connection, SelectEvents, ("@subject", SqliteType.Blob));

    /// <summary>subject.</summary>
    public PreparedStatement Parties { get; } = new(connection, SelectParties, ("@subject", SqliteType.Blob));

    /// <summary>after, count.</summary>
    public PreparedStatement Open { get; } =
        new(connection, SelectOpen, ("@after", SqliteType.Blob), ("@count", SqliteType.Integer));

    /// <summary>after, count, recorder.</summary>
    public PreparedStatement OpenOfRecorder { get; } = new(
        connection,
        SelectOpenOfRecorder,
        ("@after", SqliteType.Blob),
        ("@count", SqliteType.Integer),
        ("@recorder", SqliteType.Text));

    public void Dispose()
    {
        Current.Dispose();
        Events.Dispose();
        Parties.Dispose();
        Open.Dispose();
        OpenOfRecorder.Dispose();
    }
}
