using System.Globalization;
using Taushet.Core.Duties;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Disclose;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Until when a receiver must do what about a delivery, on the wire.</summary>
internal static class DisclosureDeadlines
{
    private const string Act = "bvl";
    private const string LovdataId = "LOV-2021-06-18-97";

    /// <summary>Whether a delivery is a report of concern to barnevern: nothing else brings deadlines.</summary>
    public static bool Brings(DisclosureRow row) => DisclosureGrounds.IsReport(row.Ground) && row.Receiver.Service == Service.Barnevern;

    /// <summary>The deadlines that a delivery brings.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="progress">How far its receiver has come with it.</param>
    public static IEnumerable<ReportDeadline> Of(DisclosureRow row, ReportProgress progress) => Brings(row)
        ? ReportDeadlines.Of(OsloTime.DateAt(row.SubmittedAt), row.Sender.Service, progress)
        : [];

    /// <summary>A deadline on a day.</summary>
    public static Wire.DisclosureDeadline Form(ReportDeadline deadline, DateOnly today) => new()
    {
        Kind = (Wire.DisclosureDeadlineKind)(int)deadline.Kind,
        LastDay = deadline.LastDay is { } last ? Day(last) : string.Empty,
        Days = (uint)deadline.Days,
        Months = (uint)deadline.Months,
        Tell = { SubmissionPreparing.CellsOf(deadline.Tell) },
        Done = deadline.Done,
        Overdue = deadline.IsOverdue(today),
        Citation = new Wire.Citation { Act = Act, LovdataId = LovdataId, Section = deadline.Section, Paragraph = (uint)deadline.Paragraph },
    };

    /// <summary>A day as it is told; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
