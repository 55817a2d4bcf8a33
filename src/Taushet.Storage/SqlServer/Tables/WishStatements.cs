using Taushet.Storage.Rows;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The statements that read wishes with their history.</summary>
internal static class WishStatements
{
    /// <summary>Result sets: events, parties. A wish that comes between them has no events, and is passed over.</summary>
    public const string SelectOfSubject = $"""
        DECLARE @subject binary(32) = isnull((SELECT [current] FROM identifier_history WHERE former = @asked), @asked);

        SELECT {WishRecordRows.EventColumns}
        FROM wish
        JOIN wish_event ON wish_event.wish = wish.id
        WHERE wish.subject = @subject
        ORDER BY wish.id, wish_event.version;

        SELECT wish_party.wish, wish_party.side, wish_party.service, wish_party.organisation
        FROM wish
        JOIN wish_party ON wish_party.wish = wish.id
        WHERE wish.subject = @subject
        ORDER BY wish_party.wish, wish_party.side, wish_party.ordinal;
        """;

    // 4, 5 and 6: expired, lapsed, replaced.
    public const string SelectOpen = """
        SELECT TOP (@count) wish.id, wish.subject FROM wish
        WHERE wish.id > @after
            AND NOT EXISTS (SELECT 1 FROM wish_event WHERE wish_event.wish = wish.id AND wish_event.event IN (4, 5, 6))
        ORDER BY wish.id;
        """;

    public const string SelectOpenOfRecorder = """
        SELECT TOP (@count) wish.id, wish.subject FROM wish
        WHERE wish.recorder = @recorder AND wish.id > @after
            AND NOT EXISTS (SELECT 1 FROM wish_event WHERE wish_event.wish = wish.id AND wish_event.event IN (4, 5, 6))
        ORDER BY wish.id;
        """;
}
