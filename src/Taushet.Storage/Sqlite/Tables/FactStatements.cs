using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The statements that read what the decider may know of a child.</summary>
/// <remarks>INVARIANT: the same statements run whether the subject is known or not.</remarks>
internal sealed class FactStatements(SqliteConnection connection) : IDisposable
{
    private const string SelectCurrent =
        "SELECT coalesce((SELECT current FROM identifier_history WHERE former = @asked), @asked)";

    private const string SelectPerson = """
        SELECT
            (SELECT coalesce(sum(value), 0) FROM subject_counter WHERE subject IN (@asked, @subject)),
            coalesce((SELECT value FROM holder_counter WHERE organisation = @organisation), 0),
            feed.as_of,
            person.subject IS NOT NULL, person.birth_day, person.grading, person.responsibility, person.death_day,
            care.situation, care.hidden_address, care.contact_ban
        FROM registry_feed AS feed
        LEFT JOIN person ON person.subject = @subject
        LEFT JOIN care ON care.subject = @subject
            AND care.from_day = (SELECT max(from_day) FROM care WHERE subject = @subject AND from_day <= @day)
        WHERE feed.id = 1
        """;

    private const string SelectWishes = """
        SELECT
            wish.id, wish.kind, wish.area, wish.cells, wish.purposes, wish.from_day, wish.to_day, wish.child_heard_day,
            wish_event.version, wish_event.event, wish_event.giver_capacity, wish_event.giver_lives, wish_event.giver_mark,
            wish.child_view
        FROM wish
        JOIN wish_event ON wish_event.wish = wish.id
        WHERE wish.subject = @subject AND wish.to_day >= @day
        ORDER BY wish.id, wish_event.version
        """;

    private const string SelectParties = """
        SELECT wish_party.wish, wish_party.side, wish_party.service, wish_party.organisation
        FROM wish
        JOIN wish_party ON wish_party.wish = wish.id
        WHERE wish.subject = @subject AND wish.to_day >= @day
        ORDER BY wish_party.wish, wish_party.side, wish_party.ordinal
        """;

    private const string SelectStanding = """
        SELECT id, version, purpose, cells
        FROM standing_decision AS decision
        WHERE organisation = @organisation AND holder_service = @holder AND receiver_service = @receiver
            AND from_day <= @day AND to_day >= @day
            AND NOT EXISTS (
                SELECT 1 FROM standing_decision AS later WHERE later.id = decision.id AND later.version > decision.version)
        ORDER BY id
        """;

    /// <summary>asked.</summary>
    public PlacedStatement Current { get; } = new(connection, SelectCurrent);

    /// <summary>asked, subject, organisation, day.</summary>
    public PreparedStatement Person { get; } = new(
        connection,
        SelectPerson,
        ("@asked", SqliteType.Blob),
        ("@subject", SqliteType.Blob),
        ("@organisation", SqliteType.Text),
        ("@day", SqliteType.Integer));

    /// <summary>subject, day.</summary>
    public PreparedStatement Wishes { get; } =
        new(connection, SelectWishes, ("@subject", SqliteType.Blob), ("@day", SqliteType.Integer));

    /// <summary>subject, day.</summary>
    public PreparedStatement Parties { get; } =
        new(connection, SelectParties, ("@subject", SqliteType.Blob), ("@day", SqliteType.Integer));

    /// <summary>organisation, holder, receiver, day.</summary>
    public PreparedStatement Standing { get; } = new(
        connection,
        SelectStanding,
        ("@organisation", SqliteType.Text),
        ("@holder", SqliteType.Integer),
        ("@receiver", SqliteType.Integer),
        ("@day", SqliteType.Integer));

    public void Dispose()
    {
        Current.Dispose();
        Person.Dispose();
        Wishes.Dispose();
        Parties.Dispose();
        Standing.Dispose();
    }
}
