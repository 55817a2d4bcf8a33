using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Disclose;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Until when a receiver must do what about a delivery, and whom it then tells what.</summary>
/// <remarks>
/// bvl § 2-1: a report is reviewed within a week. § 13-3: the reporter is told within three weeks that it was received; one with a duty to
/// report, or who works for a public body, also whether an investigation has been opened, and within three weeks after its end whether the
/// child is followed up. Others are told only that it was received.
/// </remarks>
internal static class DisclosureDeadlines
{
    private const int Week = 7;
    private const int ThreeWeeks = 21;
    private const string Act = "bvl";
    private const string LovdataId = "LOV-2021-06-18-97";

    /// <summary>The deadlines that a delivery brings.</summary>
    public static IEnumerable<Wire.DisclosureDeadline> Of(DisclosureRow row)
    {
        if (!DisclosureGrounds.IsReport(row.Ground) || row.Receiver.Service != Service.Barnevern)
        {
            yield break;
        }

        var received = OsloTime.DateAt(row.SubmittedAt);
        yield return Make(Wire.DisclosureDeadlineKind.Review, received, Week, "2-1", paragraph: 1, []);
        var bound = IsBound(row.Sender.Service);
        yield return Make(
            Wire.DisclosureDeadlineKind.Feedback,
            received,
            ThreeWeeks,
            "13-3",
            paragraph: 0,
            bound ? [Wire.Cell.DecisionsReceived, Wire.Cell.DecisionsInvestigationOpened] : [Wire.Cell.DecisionsReceived]);
        if (bound)
        {
            yield return Make(
                Wire.DisclosureDeadlineKind.FeedbackAfterInvestigation,
                from: null,
                ThreeWeeks,
                "13-3",
                paragraph: 0,
                [Wire.Cell.DecisionsFollowedUp]);
        }
    }

    /// <summary>Whether a reporter is told as a public or professional one: every service but the voluntary organisations.</summary>
    public static bool IsBound(Service reporter) => reporter != Service.VoluntaryOrganisation;

    private static Wire.DisclosureDeadline Make(
        Wire.DisclosureDeadlineKind kind, DateOnly? from, int days, string section, uint paragraph, Wire.Cell[] tell) => new()
        {
            Kind = kind,
            LastDay = from?.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty,
            Days = (uint)days,
            Tell = { tell },
            Citation = new Wire.Citation { Act = Act, LovdataId = LovdataId, Section = section, Paragraph = paragraph },
        };
}
