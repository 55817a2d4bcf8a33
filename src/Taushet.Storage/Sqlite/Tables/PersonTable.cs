using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

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

    private const string AdvanceFeed = "UPDATE registry_feed SET as_of = @asOf WHERE id = 1 AND as_of <= @asOf";

    private const string Forget = "DELETE FROM person WHERE subject = @subject";

    public static void Write(SqliteConnection connection, byte[] subject, PersonRow person) =>
        connection.Execute(
            Upsert,
            new
            {
                subject,
                birth = StoredForms.Day(person.BirthDate),
                grading = StoredForms.Member(person.Grading),
                responsibility = StoredForms.Member(person.Responsibility),
                death = StoredForms.Day(person.DeathDate),
            });

    /// <summary>Removes what is said of a number that is no longer in use.</summary>
    public static void Remove(SqliteConnection connection, byte[] subject) => connection.Execute(Forget, new { subject });

    /// <summary>Moves the feed's time on.</summary>
    /// <returns>False when the feed already speaks for a later time.</returns>
    public static bool Advance(SqliteConnection connection, DateTimeOffset asOf) =>
        connection.Execute(AdvanceFeed, new { asOf = StoredForms.Micros(asOf) }) == 1;
}
