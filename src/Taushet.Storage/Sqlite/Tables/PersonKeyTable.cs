using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The table of persons' keys.</summary>
internal static class PersonKeyTable
{
    /// <summary>The number now in use, and its key if it has one.</summary>
    public const string SelectCurrent = """
        SELECT known.subject, subject_key.wrapped
        FROM (SELECT coalesce((SELECT current FROM identifier_history WHERE former = @asked), @asked) AS subject) AS known
        LEFT JOIN subject_key ON subject_key.subject = known.subject
        """;

    /// <summary>Writes one row alike whether the person had a key or not; a key that is there stays.</summary>
    public const string Upsert = """
        INSERT INTO subject_key (subject, wrapped, stir) VALUES (@subject, @wrapped, @stir)
        ON CONFLICT (subject) DO UPDATE SET stir = excluded.stir
        """;

    private const string Select = "SELECT wrapped FROM subject_key WHERE subject = @subject";

    private const string Rekey = "UPDATE OR IGNORE subject_key SET subject = @current, wrapped = @wrapped WHERE subject = @former";

    /// <summary>The person's key; makes it when there is none.</summary>
    public static PersonKey GetOrCreate(SqliteConnection connection, StoreKeys keys, byte[] subject)
    {
        var key = PersonKey.StoredOrFresh(keys, subject, Stored(connection, subject));
        var stir = RandomNumberGenerator.GetBytes(Log.QueuedEntry.StirSize);
        connection.Execute(Upsert, new { subject, wrapped = key.Wrapped, stir });
        return key;
    }

    /// <summary>Gives the key of a former number to the current one, unless that has one already.</summary>
    public static void Move(SqliteConnection connection, StoreKeys keys, byte[] former, byte[] current)
    {
        if (Stored(connection, former) is { } stored && PersonKey.Unwrap(keys, former, stored) is { } key)
        {
            connection.Execute(Rekey, new { former, current, wrapped = key.Rewrap(keys, current) });
        }
    }

    /// <summary>Every key that can be unwrapped.</summary>
    public static IEnumerable<PersonKey> All(SqliteConnection connection, StoreKeys keys) =>
        KeyRows.Read(connection, SubjectKeyStatements.SelectAll, parameters: null)
            .Select(row => PersonKey.Unwrap(keys, row.Name.Context, row.Wrapped))
            .OfType<PersonKey>();

    private static byte[]? Stored(SqliteConnection connection, byte[] subject) =>
        connection.QuerySingleOrDefault<byte[]>(Select, new { subject });
}
