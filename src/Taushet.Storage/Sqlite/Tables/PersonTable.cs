using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Registry;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>What the person registry says, and the time its feed speaks for.</summary>
internal static class PersonTable
{
    // A row that says nothing new is not written, so that a feed does not disturb requests under way.
    private const string Upsert = """
        INSERT INTO person (subject, birth_day, grading, responsibility, death_day)
        VALUES (@subject, @birth, @grading, @responsibility, @death)
        ON CONFLICT (subject) DO UPDATE SET
            birth_day = excluded.birth_day, grading = excluded.grading,
            responsibility = excluded.responsibility, death_day = excluded.death_day
        WHERE birth_day IS NOT excluded.birth_day OR grading IS NOT excluded.grading
            OR responsibility IS NOT excluded.responsibility OR death_day IS NOT excluded.death_day
        """;

    private const string Select = """
        SELECT
            person.birth_day AS birthDay, person.grading, person.responsibility, person.death_day AS deathDay,
            coalesce(seen.birth, 0) AS birthSeen, coalesce(seen.grading, 0) AS gradingSeen,
            coalesce(seen.responsibility, 0) AS responsibilitySeen, coalesce(seen.death, 0) AS deathSeen
        FROM (SELECT 1)
        LEFT JOIN person ON person.subject = @subject
        LEFT JOIN person_as_of AS seen ON seen.subject = @subject
        """;

    private const string UpsertSeen = """
        INSERT INTO person_as_of (subject, birth, grading, responsibility, death)
        VALUES (@subject, @birth, @grading, @responsibility, @death)
        ON CONFLICT (subject) DO UPDATE SET
            birth = excluded.birth, grading = excluded.grading, responsibility = excluded.responsibility, death = excluded.death
        """;

    private const string AdvanceFeed = "UPDATE registry_feed SET as_of = @asOf WHERE id = 1 AND as_of <= @asOf";

    // What the registry says under the current number stands over what it said under the former one.
    private const string Rekey = """
        UPDATE OR IGNORE person SET subject = @current WHERE subject = @former;
        DELETE FROM person WHERE subject = @former;
        UPDATE OR IGNORE person_as_of SET subject = @current WHERE subject = @former;
        DELETE FROM person_as_of WHERE subject = @former;
        """;

    /// <summary>Takes what was said of a person where it is not older than what is known.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Take(SqliteConnection connection, byte[] subject, SaidOf said)
    {
        var known = connection.QuerySingle<Known>(Select, new { subject });
        var changed = connection.Execute(
            Upsert,
            new
            {
                subject,
                birth = said.BirthDay.Over((int?)known.BirthDay, known.BirthSeen),
                grading = said.Grading.Over((int?)known.Grading, known.GradingSeen),
                responsibility = said.Responsibility.Over((int?)known.Responsibility, known.ResponsibilitySeen),
                death = said.DeathDay.Over((int?)known.DeathDay, known.DeathSeen),
            });
        connection.Execute(
            UpsertSeen,
            new
            {
                subject,
                birth = said.BirthDay.Seen(known.BirthSeen),
                grading = said.Grading.Seen(known.GradingSeen),
                responsibility = said.Responsibility.Seen(known.ResponsibilitySeen),
                death = said.DeathDay.Seen(known.DeathSeen),
            });
        return changed > 0;
    }

    /// <summary>Gives what is said of a former number to the current one, unless that has its own.</summary>
    public static void Move(SqliteConnection connection, byte[] former, byte[] current) =>
        connection.Execute(Rekey, new { former, current });

    /// <summary>Moves the feed's time on.</summary>
    /// <returns>False when the feed already speaks for a later time.</returns>
    public static bool Advance(SqliteConnection connection, DateTimeOffset asOf) =>
        connection.Execute(AdvanceFeed, new { asOf = StoredForms.Micros(asOf) }) == 1;

    private sealed record Known(
        long? BirthDay,
        long? Grading,
        long? Responsibility,
        long? DeathDay,
        long BirthSeen,
        long GradingSeen,
        long ResponsibilitySeen,
        long DeathSeen);
}
