using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Control;

/// <summary>Flags, notices and delays as their tables hold them.</summary>
internal static class ControlRows
{
    public const string FlagColumns = "id, log, place, holder, service, reason, risk, known_at, flagged_by, flagged_at";

    public const string NoticeColumns = "flag, told, citation, due_at, withheld, given_by, given_at, reference";

    public const string DelayColumns =
        "id, log, place, holder, service, ground, citation, reason, until_at, placed_by, placed_at, ended_at";

    public static SqlValues Values(EntryFlag flag) => new SqlValues()
        .Id("@id", flag.Id)
        .Id("@log", flag.Entry.Log)
        .Long("@place", flag.Entry.Index)
        .Code("@holder", flag.Holder, 32)
        .Number("@service", StoredForms.Member(flag.Service))
        .Text("@reason", flag.Reason, 512)
        .Number("@risk", StoredForms.Member(flag.Risk))
        .Long("@known", StoredForms.Micros(flag.KnownAt))
        .Text("@by", flag.FlaggedBy, 256)
        .Long("@at", StoredForms.Micros(flag.FlaggedAt));

    public static SqlValues Values(Guid flag, FlagNotice notice) => new SqlValues()
        .Id("@flag", flag)
        .Number("@told", StoredForms.Member(notice.To))
        .Text("@citation", notice.Citation, 256)
        .Long("@due", StoredForms.Micros(notice.DueAt))
        .Number("@withheld", notice.Withheld ? 1 : 0);

    public static SqlValues Values(ViewDelay delay) => new SqlValues()
        .Id("@id", delay.Id)
        .Id("@log", delay.Entry.Log)
        .Long("@place", delay.Entry.Index)
        .Code("@holder", delay.Holder, 32)
        .Number("@service", StoredForms.Member(delay.Service))
        .Text("@ground", delay.Ground, 64)
        .Text("@citation", delay.Citation, 256)
        .Text("@reason", delay.Reason, 512)
        .Long("@until", StoredForms.Micros(delay.Until))
        .Text("@by", delay.PlacedBy, 256)
        .Long("@at", StoredForms.Micros(delay.PlacedAt));

    public static EntryFlag ReadFlag(DbDataReader row) => new(
        StoredForms.Id(row.GetFieldValue<byte[]>(0)),
        ReadEntry(row, 1),
        row.GetString(3),
        StoredForms.Member<Service>(row.GetInt32(4)),
        row.GetString(5),
        StoredForms.Member<BreachRisk>(row.GetInt32(6)),
        StoredForms.Time(row.GetInt64(7)),
        row.GetString(8),
        StoredForms.Time(row.GetInt64(9)),
        ImmutableArray<FlagNotice>.Empty);

    public static FlagNotice ReadNotice(DbDataReader row) => new(
        StoredForms.Member<NoticeTo>(row.GetInt32(1)),
        row.GetString(2),
        StoredForms.Time(row.GetInt64(3)),
        row.GetInt32(4) != 0,
        row.IsDBNull(6) ? null : new NoticeGiven(row.GetString(5), StoredForms.Time(row.GetInt64(6)), row.GetString(7)));

    public static ViewDelay ReadDelay(DbDataReader row) => new(
        StoredForms.Id(row.GetFieldValue<byte[]>(0)),
        ReadEntry(row, 1),
        row.GetString(3),
        StoredForms.Member<Service>(row.GetInt32(4)),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        StoredForms.Time(row.GetInt64(8)),
        row.GetString(9),
        StoredForms.Time(row.GetInt64(10)),
        row.IsDBNull(11) ? null : StoredForms.Time(row.GetInt64(11)));

    public static EntryAt ReadEntry(DbDataReader row, int first) =>
        new(StoredForms.Id(row.GetFieldValue<byte[]>(first)), row.GetInt64(first + 1));
}
