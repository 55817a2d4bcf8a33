using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The statements that read what the decider may know of a child, in one round trip.</summary>
/// <remarks>
/// INVARIANT: the same statements run whether the subject is known or not.
/// The counters are read before everything else and once more after it. Who changes a fact raises a counter in the same
/// transaction, so that equal counters mean that everything between them is of one moment, whatever the server locks.
/// </remarks>
internal static class FactStatements
{
    /// <summary>Result sets: person, wishes, parties, standing decisions, counters.</summary>
    public const string Select = """
        DECLARE @subject binary(32) = isnull((SELECT [current] FROM identifier_history WHERE former = @asked), @asked);
        DECLARE @seen bigint = (SELECT coalesce(sum(value), 0) FROM subject_counter WHERE subject IN (@asked, @subject));
        DECLARE @held bigint = isnull((SELECT value FROM holder_counter WHERE organisation = @organisation), 0);

        SELECT
            @seen, @held, feed.as_of,
            CAST(CASE WHEN person.subject IS NULL THEN 0 ELSE 1 END AS bit),
            person.birth_day, person.grading, person.responsibility, person.death_day,
            care.situation, care.hidden_address, care.contact_ban
        FROM registry_feed AS feed
        LEFT JOIN person ON person.subject = @subject
        LEFT JOIN care ON care.subject = @subject
            AND care.from_day = (SELECT max(from_day) FROM care WHERE subject = @subject AND from_day <= @day)
        WHERE feed.id = 1;

        SELECT
            wish.id, wish.kind, wish.area, wish.cells, wish.purposes, wish.from_day, wish.to_day, wish.child_heard_day,
            wish_event.version, wish_event.event, wish_event.giver_capacity, wish_event.giver_lives, wish_event.giver_mark,
            wish.child_view
        FROM wish
        JOIN wish_event ON wish_event.wish = wish.id
        WHERE wish.subject = @subject AND wish.to_day >= @day
        ORDER BY wish.id, wish_event.version;

        SELECT wish_party.wish, wish_party.side, wish_party.service, wish_party.organisation
        FROM wish
        JOIN wish_party ON wish_party.wish = wish.id
        WHERE wish.subject = @subject AND wish.to_day >= @day
        ORDER BY wish_party.wish, wish_party.side, wish_party.ordinal;

        SELECT id, version, purpose, cells
        FROM standing_decision AS decision
        WHERE organisation = @organisation AND holder_service = @holder AND receiver_service = @receiver
            AND from_day <= @day AND to_day >= @day
            AND NOT EXISTS (
                SELECT 1 FROM standing_decision AS later WHERE later.id = decision.id AND later.version > decision.version)
        ORDER BY id;

        SELECT
            (SELECT coalesce(sum(value), 0) FROM subject_counter WHERE subject IN (@asked, @subject)),
            isnull((SELECT value FROM holder_counter WHERE organisation = @organisation), 0);
        """;

    public static TypedParameters Parameters(GatherQuery query, byte[] asked) => new TypedParameters()
        .Fixed("@asked", asked, Limits.Hash)
        .Code("@organisation", query.Holder.Organisation, Limits.Organisation)
        .Number("@holder", StoredForms.Member(query.Holder.Service))
        .Number("@receiver", StoredForms.Member(query.Receiver.Service))
        .Number("@day", StoredForms.Day(query.LawDate));
}
