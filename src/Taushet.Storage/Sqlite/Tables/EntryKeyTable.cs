namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The table of the keys that entries are sealed with: one for each subject, holder's service and calendar year.</summary>
internal static class EntryKeyTable
{
    /// <summary>The number now in use, and the key of a holder's service and a year if there is one.</summary>
    public const string SelectCurrent = """
        SELECT known.subject, entry_key.wrapped
        FROM (SELECT coalesce((SELECT current FROM identifier_history WHERE former = @asked), @asked) AS subject) AS known
        LEFT JOIN entry_key ON entry_key.subject = known.subject
            AND entry_key.holder = @holder AND entry_key.service = @service AND entry_key.calendar_year = @year
        """;

    /// <summary>Writes one row alike whether the subject had a key or not; a key that is there stays.</summary>
    public const string Upsert = """
        INSERT INTO entry_key (subject, holder, service, calendar_year, wrapped, stir)
        VALUES (@subject, @holder, @service, @year, @wrapped, @stir)
        ON CONFLICT (subject, holder, service, calendar_year) DO UPDATE SET stir = excluded.stir
        """;
}
