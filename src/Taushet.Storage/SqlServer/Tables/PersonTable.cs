using System.Data;
using Microsoft.Data.SqlClient.Server;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>What the person registry says, and the time its feed speaks for.</summary>
internal static class PersonTable
{
    // Each row goes to the number now in use, and of several rows on one person the last stands, as if they had come one by one.
    // A row that says nothing new is not written, so that a feed does not disturb requests under way.
    private const string Upsert = """
        DECLARE @fed TABLE (
            subject binary(32) NOT NULL PRIMARY KEY, birth_day int NULL, grading int NULL, responsibility int NULL,
            death_day int NULL);
        INSERT INTO @fed (subject, birth_day, grading, responsibility, death_day)
        SELECT subject, birth_day, grading, responsibility, death_day
        FROM (
            SELECT
                coalesce(history.[current], fed.subject) AS subject,
                fed.birth_day, fed.grading, fed.responsibility, fed.death_day,
                row_number() OVER (PARTITION BY coalesce(history.[current], fed.subject) ORDER BY fed.ordinal DESC) AS newest
            FROM @rows AS fed
            LEFT JOIN identifier_history AS history ON history.former = fed.subject) AS numbered
        WHERE newest = 1;
        UPDATE known
        SET birth_day = fed.birth_day, grading = fed.grading, responsibility = fed.responsibility, death_day = fed.death_day
        FROM person AS known
        JOIN @fed AS fed ON fed.subject = known.subject
        WHERE EXISTS (
            SELECT fed.birth_day, fed.grading, fed.responsibility, fed.death_day
            EXCEPT
            SELECT known.birth_day, known.grading, known.responsibility, known.death_day);
        INSERT INTO person (subject, birth_day, grading, responsibility, death_day)
        SELECT fed.subject, fed.birth_day, fed.grading, fed.responsibility, fed.death_day
        FROM @fed AS fed
        WHERE NOT EXISTS (SELECT 1 FROM person AS known WHERE known.subject = fed.subject);
        """;

    private const string SelectFeed = "SELECT as_of FROM registry_feed WHERE id = @id";

    private const string AdvanceFeed = "UPDATE registry_feed SET as_of = @asOf WHERE id = @id";

    private const string Forget = "DELETE FROM person WHERE subject = @subject";

    private const int Feed = 1;

    private static readonly SqlMetaData[] Columns =
    [
        new("ordinal", SqlDbType.Int),
        new("subject", SqlDbType.Binary, Limits.Hash),
        new("birth_day", SqlDbType.Int),
        new("grading", SqlDbType.Int),
        new("responsibility", SqlDbType.Int),
        new("death_day", SqlDbType.Int),
    ];

    /// <summary>Writes rows in one round trip; at least one.</summary>
    public static Task WriteAsync(RegisterWrite write, StoreKeys keys, IEnumerable<PersonRow> persons) =>
        write.ExecuteAsync(Upsert, new TypedParameters().Rows("@rows", "person_rows", Records(keys, persons)));

    /// <summary>Removes what is said of a number that is no longer in use.</summary>
    public static Task RemoveAsync(RegisterWrite write, byte[] subject) =>
        write.ExecuteAsync(Forget, new TypedParameters().Fixed("@subject", subject, Limits.Hash));

    /// <summary>The time the feed speaks for.</summary>
    public static async Task<DateTimeOffset> FeedAsync(RegisterWrite write) =>
        StoredForms.Time(await write.ScalarAsync<long>(SelectFeed, new TypedParameters().Number("@id", Feed)));

    /// <summary>Moves the feed's time on.</summary>
    public static Task AdvanceAsync(RegisterWrite write, DateTimeOffset asOf) =>
        write.ExecuteAsync(AdvanceFeed, new TypedParameters().Number("@id", Feed).Long("@asOf", StoredForms.Micros(asOf)));

    private static IEnumerable<SqlDataRecord> Records(StoreKeys keys, IEnumerable<PersonRow> persons)
    {
        var record = new SqlDataRecord(Columns);
        var ordinal = 0;
        foreach (var person in persons)
        {
            record.SetInt32(0, ordinal++);
            record.SetValue(1, SubjectLookup.OfNumber(keys, person.NationalNumber));
            Set(record, 2, StoredForms.Day(person.BirthDate));
            Set(record, 3, StoredForms.Member(person.Grading));
            Set(record, 4, StoredForms.Member(person.Responsibility));
            Set(record, 5, StoredForms.Day(person.DeathDate));
            yield return record;
        }
    }

    private static void Set(SqlDataRecord record, int column, int? number)
    {
        if (number is { } value)
        {
            record.SetInt32(column, value);
        }
        else
        {
            record.SetDBNull(column);
        }
    }
}
