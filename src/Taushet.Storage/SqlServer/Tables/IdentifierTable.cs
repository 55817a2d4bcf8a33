namespace Taushet.Storage.SqlServer.Tables;

/// <summary>Changes of national identity number, always leading straight to the number now in use.</summary>
internal static class IdentifierTable
{
    private const string SelectCurrent = "SELECT [current] FROM identifier_history WHERE former = @asked";

    private const string LeadOnAndInsert = """
        UPDATE identifier_history SET [current] = @current, changed_at = @at WHERE [current] = @former;
        INSERT INTO identifier_history (former, [current], changed_at) VALUES (@former, @current, @at);
        """;

    public static async Task<byte[]> CurrentAsync(RegisterWrite write, byte[] asked) =>
        await write.ScalarAsync<byte[]>(SelectCurrent, new TypedParameters().Fixed("@asked", asked, Limits.Hash)) ?? asked;

    public static Task ReplaceAsync(RegisterWrite write, byte[] former, byte[] current, DateTimeOffset at) =>
        write.ExecuteAsync(
            LeadOnAndInsert,
            new TypedParameters()
                .Fixed("@former", former, Limits.Hash)
                .Fixed("@current", current, Limits.Hash)
                .Long("@at", StoredForms.Micros(at)));
}
