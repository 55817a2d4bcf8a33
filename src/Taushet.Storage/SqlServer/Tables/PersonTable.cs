using System.Data;
using Microsoft.Data.SqlClient.Server;
using Taushet.Storage.Registry;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>What the person registry says, and the time its feed speaks for.</summary>
internal static class PersonTable
{
    // What is told and not older than what is known stands, matter by matter; a comparison with a time that is null is not true.
    // A row that says nothing new is not written, so that a feed does not disturb requests under way.
    private const string TakeSaid = """
        DECLARE @changed int;
        INSERT INTO person_as_of (subject, birth, grading, responsibility, death)
        SELECT fed.subject, 0, 0, 0, 0
        FROM @rows AS fed
        WHERE NOT EXISTS (SELECT 1 FROM person_as_of AS seen WHERE seen.subject = fed.subject);
        UPDATE known
        SET
            birth_day = CASE WHEN fed.birth_as_of >= seen.birth THEN fed.birth_day ELSE known.birth_day END,
            grading = CASE WHEN fed.grading_as_of >= seen.grading THEN fed.grading ELSE known.grading END,
            responsibility = CASE WHEN fed.responsibility_as_of >= seen.responsibility
                THEN fed.responsibility ELSE known.responsibility END,
            death_day = CASE WHEN fed.death_as_of >= seen.death THEN fed.death_day ELSE known.death_day END
        FROM person AS known
        JOIN @rows AS fed ON fed.subject = known.subject
        JOIN person_as_of AS seen ON seen.subject = known.subject
        WHERE EXISTS (
            SELECT
                CASE WHEN fed.birth_as_of >= seen.birth THEN fed.birth_day ELSE known.birth_day END,
                CASE WHEN fed.grading_as_of >= seen.grading THEN fed.grading ELSE known.grading END,
                CASE WHEN fed.responsibility_as_of >= seen.responsibility THEN fed.responsibility ELSE known.responsibility END,
                CASE WHEN fed.death_as_of >= seen.death THEN fed.death_day ELSE known.death_day END
            EXCEPT
            SELECT known.birth_day, known.grading, known.responsibility, known.death_day);
        SET @changed = @@ROWCOUNT;
        INSERT INTO person (subject, birth_day, grading, responsibility, death_day)
        SELECT
            fed.subject,
            CASE WHEN fed.birth_as_of >= seen.birth THEN fed.birth_day END,
            CASE WHEN fed.grading_as_of >= seen.grading THEN fed.grading END,
            CASE WHEN fed.responsibility_as_of >= seen.responsibility THEN fed.responsibility END,
            CASE WHEN fed.death_as_of >= seen.death THEN fed.death_day END
        FROM @rows AS fed
        JOIN person_as_of AS seen ON seen.subject = fed.subject
        WHERE NOT EXISTS (SELECT 1 FROM person AS known WHERE known.subject = fed.subject);
        SET @changed = @changed + @@ROWCOUNT;
        UPDATE seen
        SET
            birth = CASE WHEN fed.birth_as_of > seen.birth THEN fed.birth_as_of ELSE seen.birth END,
            grading = CASE WHEN fed.grading_as_of > seen.grading THEN fed.grading_as_of ELSE seen.grading END,
            responsibility = CASE WHEN fed.responsibility_as_of > seen.responsibility
                THEN fed.responsibility_as_of ELSE seen.responsibility END,
            death = CASE WHEN fed.death_as_of > seen.death THEN fed.death_as_of ELSE seen.death END
        FROM person_as_of AS seen
        JOIN @rows AS fed ON fed.subject = seen.subject;
        SELECT @changed;
        """;

    private const string SelectFeed = "SELECT as_of FROM registry_feed WHERE id = @id";

    private const string AdvanceFeed = "UPDATE registry_feed SET as_of = @asOf WHERE id = @id";

    // What the registry says under the current number stands over what it said under the former one.
    private const string Rekey = """
        UPDATE person SET subject = @current
        WHERE subject = @former AND NOT EXISTS (SELECT 1 FROM person AS own WHERE own.subject = @current);
        DELETE FROM person WHERE subject = @former;
        UPDATE person_as_of SET subject = @current
        WHERE subject = @former AND NOT EXISTS (SELECT 1 FROM person_as_of AS own WHERE own.subject = @current);
        DELETE FROM person_as_of WHERE subject = @former;
        """;

    private const int Feed = 1;

    private static readonly SqlMetaData[] Columns =
    [
        new("subject", SqlDbType.Binary, Limits.Hash),
        new("birth_day", SqlDbType.Int),
        new("birth_as_of", SqlDbType.BigInt),
        new("grading", SqlDbType.Int),
        new("grading_as_of", SqlDbType.BigInt),
        new("responsibility", SqlDbType.Int),
        new("responsibility_as_of", SqlDbType.BigInt),
        new("death_day", SqlDbType.Int),
        new("death_as_of", SqlDbType.BigInt),
    ];

    /// <summary>Takes what was said of persons, in one round trip; at least one.</summary>
    /// <returns>How many changed.</returns>
    public static Task<int> TakeAsync(RegisterWrite write, IEnumerable<(byte[] Subject, SaidOf Said)> persons) =>
        write.ScalarAsync<int>(TakeSaid, new TypedParameters().Rows("@rows", "person_said", Records(persons)));

    /// <summary>Gives what is said of a former number to the current one, unless that has its own.</summary>
    public static Task MoveAsync(RegisterWrite write, byte[] former, byte[] current) =>
        write.ExecuteAsync(
            Rekey,
            new TypedParameters().Fixed("@former", former, Limits.Hash).Fixed("@current", current, Limits.Hash));

    /// <summary>The time the feed speaks for.</summary>
    public static async Task<DateTimeOffset> FeedAsync(RegisterWrite write) =>
        StoredForms.Time(await write.ScalarAsync<long>(SelectFeed, new TypedParameters().Number("@id", Feed)));

    /// <summary>Moves the feed's time on.</summary>
    public static Task AdvanceAsync(RegisterWrite write, DateTimeOffset asOf) =>
        write.ExecuteAsync(AdvanceFeed, new TypedParameters().Number("@id", Feed).Long("@asOf", StoredForms.Micros(asOf)));

    private static IEnumerable<SqlDataRecord> Records(IEnumerable<(byte[] Subject, SaidOf Said)> persons)
    {
        var record = new SqlDataRecord(Columns);
        foreach (var (subject, said) in persons)
        {
            record.SetValue(0, subject);
            Set(record, 1, said.BirthDay);
            Set(record, 3, said.Grading);
            Set(record, 5, said.Responsibility);
            Set(record, 7, said.DeathDay);
            yield return record;
        }
    }

    private static void Set(SqlDataRecord record, int column, Dated said)
    {
        record.SetValue(column, said.Number is { } number ? number : DBNull.Value);
        record.SetValue(column + 1, said.At is { } at ? at : DBNull.Value);
    }
}
