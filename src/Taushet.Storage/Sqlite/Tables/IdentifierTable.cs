using Dapper;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>Changes of national identity number, always leading straight to the number now in use.</summary>
internal static class IdentifierTable
{
    private const string SelectCurrent =
        "SELECT coalesce((SELECT current FROM identifier_history WHERE former = @asked), @asked)";

    private const string CountFormer = "SELECT count(*) FROM identifier_history WHERE former = @number";

    private const string LeadOn = "UPDATE identifier_history SET current = @current, changed_at = @at WHERE current = @former";

    private const string Insert = "INSERT INTO identifier_history (former, current, changed_at) VALUES (@former, @current, @at)";

    public static byte[] Current(SqliteConnection connection, byte[] asked) =>
        connection.ExecuteScalar<byte[]>(SelectCurrent, new { asked })!;

    /// <summary>Whether the number has been replaced already.</summary>
    public static bool IsFormer(SqliteConnection connection, byte[] number) =>
        connection.ExecuteScalar<long>(CountFormer, new { number }) > 0;

    public static void Replace(SqliteConnection connection, byte[] former, byte[] current, DateTimeOffset at)
    {
        var change = new { former, current, at = StoredForms.Micros(at) };
        connection.Execute(LeadOn, change);
        connection.Execute(Insert, change);
    }
}
