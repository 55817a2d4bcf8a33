using System.Globalization;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Table;

/// <summary>The table of the own view of the log: for every service who sees what, who must be told of an unlawful access and how soon.</summary>
public static class LogViewTable
{
    /// <summary>The file's name, beside the tables of the acts.</summary>
    public const string File = "log-view.yaml";

    private static readonly Service[] Viewers = [Service.Child, Service.ParentWithResponsibility, Service.ParentWithoutResponsibility];

    /// <summary>Writes the table; services of which the same is said stand together.</summary>
    public static string Write(LogViewPolicy policy) => string.Join('\n', Codes<Service>.Members
        .Where(service => service < Service.ParentWithResponsibility)
        .GroupBy(service => OfService(policy, service), StringComparer.Ordinal)
        .Select(same => $"- of: {Words.Of(ServiceSet.Of([.. same]))}\n{same.Key}"));

    private static string OfService(LogViewPolicy policy, Service service) => string.Concat(
    [
        $"  child sees from: {Number(policy.Ages.Where(age => age.Services.Contains(service)).Select(age => age.From).DefaultIfEmpty().Max())}\n",
        $"  parents see until: {Number(policy.OwnConsent.Contains(service) ? Math.Min(policy.ParentsUntil, policy.ParentsUntilOwnConsent) : policy.ParentsUntil)}\n",
        $"  employees are told by: {(policy.Named.Contains(service) ? "reference" : "role and unit")}\n",
        .. Viewers.Select(viewer => Hidden(policy, service, viewer)),
        .. Codes<BreachRisk>.Members.Select(risk => Told(policy, service, risk)),
        .. policy.Delays.Where(ground => ground.Services.Contains(service)).Select(ground => $"  delay for {ground.Id}: {Number(ground.Days)} days at most, {ground.Citation}\n"),
    ]);

    private static string Hidden(LogViewPolicy policy, Service service, Service viewer) => string.Concat(policy.Hidden
        .Where(rule => rule.Viewers.Contains(viewer) && rule.Services.Contains(service))
        .Select(rule => $"  hidden from {Codes<Service>.Of(viewer)}: {What(rule)}, {(rule.Days is { } days ? $"{Number(days)} days" : "for good")}, {rule.Citation}\n"));

    private static string What(LogViewRule rule)
    {
        var parts = new[] { Words.Of(rule.Bases), Words.Of(rule.Flows) }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "everything" : string.Join(' ', parts);
    }

    private static string Told(LogViewPolicy policy, Service service, BreachRisk risk)
    {
        var due = Notices.Of(policy.Notices, service, risk, new NoticeViewers(Child: true, Parents: true, HasParents: true), known: 0);
        return due.IsEmpty ? string.Empty : $"  unlawful access, risk {Codes<BreachRisk>.Of(risk)}: {string.Join("; ", due.Select(Notice))}\n";
    }

    private static string Notice(DueNotice notice) =>
        $"{Codes<NoticeTo>.Of(notice.To)} {(notice.Due == 0 ? "at once" : $"in {Number((int)(notice.Due / 3_600_000_000))} hours")} ({notice.Citation})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
