using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Control;

/// <summary>Flags on the wire and in entries.</summary>
internal static class FlagForms
{
    /// <summary>A flag.</summary>
    public static Wire.UnlawfulFlag Of(EntryFlag flag) => new()
    {
        FlagId = WireIds.Of(flag.Id),
        Entry = new Wire.EntryPlace { LogId = WireIds.Of(flag.Entry.Log), Index = (ulong)flag.Entry.Index },
        Reason = flag.Reason,
        Risk = (Wire.BreachRisk)(int)flag.Risk,
        KnownAt = Timestamp.FromDateTimeOffset(flag.KnownAt),
        FlaggedBy = flag.FlaggedBy,
        FlaggedAt = Timestamp.FromDateTimeOffset(flag.FlaggedAt),
        Notices = { flag.Notices.Select(Of) },
    };

    /// <summary>A flag as its entry tells it.</summary>
    public static string Text(EntryFlag flag)
    {
        var notices = string.Concat(flag.Notices.Select(notice => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"notice {Codes<NoticeTo>.Of(notice.To)} {(notice.Withheld ? "withheld" : "due")} {notice.DueAt:yyyy-MM-dd'T'HH:mm:ss'Z'} {notice.Citation}\n")));
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"unlawful-flag.v1\nflag {flag.Id:n}\nentry {flag.Entry.Log:n} {flag.Entry.Index}\nrisk {Codes<BreachRisk>.Of(flag.Risk)}\nreason {flag.Reason}\n{notices}");
    }

    private static Wire.Notice Of(FlagNotice notice)
    {
        var form = new Wire.Notice
        {
            To = (Wire.NoticeTo)(int)notice.To,
            Citation = notice.Citation,
            DueAt = Timestamp.FromDateTimeOffset(notice.DueAt),
            Withheld = notice.Withheld,
        };
        if (notice.Given is { } given)
        {
            form.GivenAt = Timestamp.FromDateTimeOffset(given.At);
            form.GivenBy = given.By;
            form.Reference = given.Reference;
        }

        return form;
    }
}
