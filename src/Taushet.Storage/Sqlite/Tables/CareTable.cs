using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>What barnevern registers of a child's care, by first day.</summary>
internal static class CareTable
{
    private const string Upsert = """
        INSERT INTO care (subject, from_day, situation, hidden_address, contact_ban)
        VALUES (@subject, @from, @situation, @hidden, @ban)
        ON CONFLICT (subject, from_day) DO UPDATE SET
            situation = excluded.situation, hidden_address = excluded.hidden_address, contact_ban = excluded.contact_ban
        """;

    // What is said under the current number stands over what was said under the former one for the same day.
    private const string Rekey = "UPDATE OR IGNORE care SET subject = @current WHERE subject = @former";

    public static void Write(SqliteConnection connection, byte[] subject, CareRow care) =>
        connection.Execute(
            Upsert,
            new
            {
                subject,
                from = StoredForms.Day(care.From),
                situation = StoredForms.Member(care.Situation),
                hidden = care.HiddenAddress,
                ban = care.ContactBan,
            });

    public static void Move(SqliteConnection connection, byte[] former, byte[] current) =>
        connection.Execute(Rekey, new { former, current });
}
