using System.Data;
using Microsoft.Data.SqlClient.Server;
using Taushet.Storage.Log;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>Changes of national identity number, always leading straight to the number now in use.</summary>
internal static class IdentifierTable
{
    private const string SelectCurrent = "SELECT [current] FROM identifier_history WHERE former = @asked";

    private const string SelectReplaced = """
        SELECT history.former, history.[current]
        FROM identifier_history AS history
        JOIN @asked AS asked ON asked.subject = history.former
        """;

    private static readonly SqlMetaData[] Columns = [new("subject", SqlDbType.Binary, Limits.Hash)];

    private const string LeadOnAndInsert = """
        UPDATE identifier_history SET [current] = @current, changed_at = @at WHERE [current] = @former;
        INSERT INTO identifier_history (former, [current], changed_at) VALUES (@former, @current, @at);
        """;

    /// <summary>Whether the number has been replaced already.</summary>
    public static async Task<bool> IsFormerAsync(RegisterWrite write, byte[] number) =>
        await write.ScalarAsync<byte[]>(SelectCurrent, new TypedParameters().Fixed("@asked", number, Limits.Hash)) is not null;

    public static async Task<byte[]> CurrentAsync(RegisterWrite write, byte[] asked) =>
        await write.ScalarAsync<byte[]>(SelectCurrent, new TypedParameters().Fixed("@asked", asked, Limits.Hash)) ?? asked;

    /// <summary>Those of the numbers that have been replaced, each with the one now in use, in one round trip.</summary>
    public static async Task<IReadOnlyDictionary<byte[], byte[]>> CurrentOfAsync(RegisterWrite write, IReadOnlyCollection<byte[]> asked)
    {
        var replaced = new Dictionary<byte[], byte[]>(SubjectBytes.Equality);
        if (asked.Count > 0)
        {
            var parameters = new TypedParameters().Rows("@asked", "subject_rows", Records(asked));
            foreach (var (former, current) in await write.QueryAsync<(byte[] Former, byte[] Current)>(SelectReplaced, parameters))
            {
                replaced[former] = current;
            }
        }

        return replaced;
    }

    public static Task ReplaceAsync(RegisterWrite write, byte[] former, byte[] current, DateTimeOffset at) =>
        write.ExecuteAsync(
            LeadOnAndInsert,
            new TypedParameters()
                .Fixed("@former", former, Limits.Hash)
                .Fixed("@current", current, Limits.Hash)
                .Long("@at", StoredForms.Micros(at)));

    private static IEnumerable<SqlDataRecord> Records(IEnumerable<byte[]> subjects)
    {
        var record = new SqlDataRecord(Columns);
        foreach (var subject in subjects)
        {
            record.SetValue(0, subject);
            yield return record;
        }
    }
}
