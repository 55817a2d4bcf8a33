using System.Globalization;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Control;

/// <summary>Writes what a controller says of an entry, inside the transaction of the entry that tells of it.</summary>
internal static class ControlWriting
{
    private const string CountFlags = "SELECT count(*) FROM entry_flag WHERE log = @log AND place = @place";

    private const string CountDueNotices = "SELECT count(*) FROM flag_notice WHERE flag = @flag AND told = @told AND given_at IS NULL";

    private const string CountStandingDelays = "SELECT count(*) FROM view_delay WHERE id = @id AND ended_at IS NULL";

    private const string InsertFlag = $"""
        INSERT INTO entry_flag ({ControlRows.FlagColumns})
        VALUES (@id, @log, @place, @holder, @service, @reason, @risk, @known, @by, @at)
        """;

    private const string InsertNotice = $"""
        INSERT INTO flag_notice ({ControlRows.NoticeColumns}) VALUES (@flag, @told, @citation, @due, @withheld, NULL, NULL, NULL)
        """;

    private const string GiveNotice = """
        UPDATE flag_notice SET given_by = @by, given_at = @at, reference = @reference WHERE flag = @flag AND told = @told
        """;

    private const string InsertDelay = $"""
        INSERT INTO view_delay ({ControlRows.DelayColumns}, ended_by)
        VALUES (@id, @log, @place, @holder, @service, @ground, @citation, @reason, @until, @by, @at, NULL, NULL)
        """;

    private const string EndDelay = "UPDATE view_delay SET ended_by = @by, ended_at = @at WHERE id = @id";

    /// <summary>Whether a change can still be made.</summary>
    public static bool StillHolds(ISharedChange change, RegisterChange? register) => register switch
    {
        RegisterChange.OfFlag flag =>
            Count(change, CountFlags, new SqlValues().Id("@log", flag.Flag.Entry.Log).Long("@place", flag.Flag.Entry.Index)) == 0,
        RegisterChange.OfNotice notice => Count(change, CountDueNotices, Named(notice)) == 1,
        RegisterChange.OfDelayEnded ended => Count(change, CountStandingDelays, new SqlValues().Id("@id", ended.Delay)) == 1,
        _ => true,
    };

    /// <summary>Makes a change of these kinds; others are left to who knows them.</summary>
    public static void Write(ISharedChange change, RegisterChange? register)
    {
        switch (register)
        {
            case RegisterChange.OfFlag flag:
                change.Execute(InsertFlag, ControlRows.Values(flag.Flag));
                foreach (var notice in flag.Flag.Notices)
                {
                    change.Execute(InsertNotice, ControlRows.Values(flag.Flag.Id, notice));
                }

                break;
            case RegisterChange.OfNotice notice:
                change.Execute(
                    GiveNotice,
                    Named(notice).Text("@by", notice.Given.By, 256).Long("@at", StoredForms.Micros(notice.Given.At))
                        .Text("@reference", notice.Given.Reference, 256));
                break;
            case RegisterChange.OfDelay delay:
                change.Execute(InsertDelay, ControlRows.Values(delay.Delay));
                break;
            case RegisterChange.OfDelayEnded ended:
                change.Execute(
                    EndDelay,
                    new SqlValues().Id("@id", ended.Delay).Text("@by", ended.By, 256).Long("@at", StoredForms.Micros(ended.At)));
                break;
        }
    }

    private static SqlValues Named(RegisterChange.OfNotice notice) =>
        new SqlValues().Id("@flag", notice.Flag).Number("@told", StoredForms.Member(notice.To));

    // A count is a bigint in one store and an int in the other.
    private static long Count(ISharedChange change, string sql, SqlValues values) =>
        change.Read(sql, values, row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture)).Single();
}
