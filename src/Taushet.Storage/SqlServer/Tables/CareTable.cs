using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>What barnevern registers of a child's care, by first day.</summary>
internal static class CareTable
{
    private const string Upsert = """
        UPDATE care SET situation = @situation, hidden_address = @hidden, contact_ban = @ban
        WHERE subject = @subject AND from_day = @from;
        INSERT INTO care (subject, from_day, situation, hidden_address, contact_ban)
        SELECT @subject, @from, @situation, @hidden, @ban
        WHERE NOT EXISTS (SELECT 1 FROM care WHERE subject = @subject AND from_day = @from);
        """;

    // What is said under the current number stands over what was said under the former one for the same day.
    private const string Rekey = """
        UPDATE moved SET subject = @current
        FROM care AS moved
        WHERE moved.subject = @former
            AND NOT EXISTS (SELECT 1 FROM care AS own WHERE own.subject = @current AND own.from_day = moved.from_day)
        """;

    public static Task WriteAsync(RegisterWrite write, byte[] subject, CareRow care) =>
        write.ExecuteAsync(
            Upsert,
            new TypedParameters()
                .Fixed("@subject", subject, Limits.Hash)
                .Number("@from", StoredForms.Day(care.From))
                .Number("@situation", StoredForms.Member(care.Situation))
                .Bit("@hidden", care.HiddenAddress)
                .Bit("@ban", care.ContactBan));

    public static Task MoveAsync(RegisterWrite write, byte[] former, byte[] current) =>
        write.ExecuteAsync(
            Rekey,
            new TypedParameters().Fixed("@former", former, Limits.Hash).Fixed("@current", current, Limits.Hash));
}
