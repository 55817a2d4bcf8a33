using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.Unlawful;

/// <summary>Which notices an unlawful access must lead to.</summary>
/// <remarks>
/// INVARIANT: nobody is to be told of an access that the log hides from them. Such a notice is listed as withheld and is not due.
/// </remarks>
public static class Notices
{
    /// <summary>The notices, in the order of the rules; one for each who must be told, the earliest due.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="holder">The service that holds the entry.</param>
    /// <param name="risk">How likely harm is.</param>
    /// <param name="viewers">Whom the log shows the entry to.</param>
    /// <param name="known">When the holder learned of it, microseconds since 1970 UTC.</param>
    public static ImmutableArray<DueNotice> Of(
        IEnumerable<NoticeRule> rules, Service holder, BreachRisk risk, NoticeViewers viewers, long known)
    {
        const long MicrosecondsAnHour = 3_600_000_000;
        return
        [
            .. rules
                .Where(rule => rule.Services.Contains(holder) && risk >= rule.From)
                .GroupBy(rule => rule.To)
                .Select(same => same.MinBy(rule => rule.Hours)!)
                .Where(rule => rule.To != NoticeTo.Parents || viewers.HasParents)
                .Select(rule => new DueNotice(
                    rule.To, rule.Citation, known + (rule.Hours * MicrosecondsAnHour), !viewers.MayTell(rule.To))),
        ];
    }
}

/// <summary>A notice that an unlawful access must lead to.</summary>
/// <param name="To">Who must be told.</param>
/// <param name="Citation">By what law.</param>
/// <param name="Due">Until when, microseconds since 1970 UTC.</param>
/// <param name="Withheld">That it must not be given now.</param>
public sealed record DueNotice(NoticeTo To, string Citation, long Due, bool Withheld);

/// <summary>Whom the log shows an entry to.</summary>
/// <param name="Child">Whether the child sees it, or is too young to be told itself and nothing hides it.</param>
/// <param name="Parents">Whether those with parental responsibility see it.</param>
/// <param name="HasParents">Whether parents still speak for the child.</param>
public readonly record struct NoticeViewers(bool Child, bool Parents, bool HasParents)
{
    /// <summary>Whether somebody may be told.</summary>
    public bool MayTell(NoticeTo to) => to switch
    {
        NoticeTo.Child => Child,
        NoticeTo.Parents => Parents,
        NoticeTo.DataProtectionAuthority or NoticeTo.Supervision or _ => true,
    };
}
