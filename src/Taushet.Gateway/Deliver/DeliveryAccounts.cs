using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Duties;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Lists what has been open for long, and accounts for every disclosure.</summary>
internal sealed class DeliveryAccounts(
    DeliveryFinding finding, ReportReading reports, IDisclosures disclosures, GatewayOptions options)
{
    /// <summary>Lists a page of what has been open for long.</summary>
    public async Task<Wire.ListOverdueDeliveriesResponse> OverdueAsync(
        Call call, string rpc, Wire.ListOverdueDeliveriesRequest asked, FieldFaults faults)
    {
        var count = Paging.Size(asked.PageSize, faults);
        var (after, last) = Paging.AfterPlace(asked.PageToken, faults);
        var party = finding.PartyOf(call, rpc, asked.Party, asked.Side, faults);
        var open = asked.OpenMinutes == 0 ? options.DeliveryOverdue : TimeSpan.FromMinutes(Math.Min(asked.OpenMinutes, 1_000_000));
        var query = new OverdueQuery(
            party, DeliveryFinding.SideOf(asked.Side), call.Instant - open, after, last, count + 1);
        var page = await disclosures.OverdueAsync(query, call.Cancellation) ?? throw finding.CannotGather(call);
        var response = new Wire.ListOverdueDeliveriesResponse
        {
            Deliveries = { page.Take(count).Select(one => DeliveryForms.Overdue(one, asked.Side == Wire.DisclosureSide.Sender)) },
        };
        if (page.Length > count)
        {
            response.NextPageToken = PlaceToken.Of(page[count - 1].Row.SubmittedAt, page[count - 1].Row.Delivery);
        }

        return response;
    }

    /// <summary>Lists a page of the reports of which something is due.</summary>
    public async Task<Wire.ListReportDeadlinesResponse> DeadlinesAsync(
        Call call, string rpc, Wire.ListReportDeadlinesRequest asked, FieldFaults faults)
    {
        var count = Paging.Size(asked.PageSize, faults);
        var (after, last) = Paging.AfterPlace(asked.PageToken, faults);
        var party = finding.PartyOf(call, rpc, asked.Receiver, Wire.DisclosureSide.Receiver, faults, "receiver");
        var query = new OverdueQuery(
            party, DisclosureSide.Receiver, call.Instant.AddTicks(TimeSpan.TicksPerMicrosecond), after, last, count + 1);
        var page = await disclosures.UnansweredAsync(query, call.Cancellation) ?? throw finding.CannotGather(call);
        var rows = page.Take(count).Select(one => one.Row).ToList();
        var progress = await reports.OfAsync(call, party.Organisation, [.. rows.Select(row => row.Delivery)]);
        var response = new Wire.ListReportDeadlinesResponse { Reports = { rows.Zip(progress, (row, far) => Deadlines(row, far, call.LawDate)) } };
        if (page.Length > count)
        {
            response.NextPageToken = PlaceToken.Of(page[count - 1].Row.SubmittedAt, page[count - 1].Row.Delivery);
        }

        return response;
    }

    /// <summary>Accounts for what a party gave or got.</summary>
    public async Task<Wire.ReconcileDisclosuresResponse> ReconcileAsync(
        Call call, string rpc, Wire.ReconcileDisclosuresRequest asked, FieldFaults faults)
    {
        var from = Time(asked.From, "from", DateTimeOffset.UnixEpoch, faults);
        var to = Time(asked.To, "to", call.Instant.AddTicks(TimeSpan.TicksPerMicrosecond), faults);
        var party = finding.PartyOf(call, rpc, asked.Party, asked.Side, faults);
        var query = new ReconcileQuery(party, DeliveryFinding.SideOf(asked.Side), from, to);
        var lines = await disclosures.ReconcileAsync(query, call.Cancellation) ?? throw finding.CannotGather(call);
        var response = new Wire.ReconcileDisclosuresResponse { Accounts = { lines.Select(Account) }, Total = new Wire.DisclosureAccount() };
        foreach (var account in response.Accounts)
        {
            Add(response.Total, account);
        }

        var total = response.Total;
        response.Holds = total.Submitted == total.Acknowledged + total.Open + total.Nothing && total.Proven == total.Submitted;
        return response;
    }

    private static Wire.ReportDeadlines Deadlines(DisclosureRow row, ReportProgress progress, DateOnly today)
    {
        var deadlines = DisclosureDeadlines.Of(row, progress).ToList();
        var report = new Wire.ReportDeadlines
        {
            DeliveryId = WireIds.Of(row.Delivery),
            Reporter = PartyForms.Of(row.Sender),
            SubmittedAt = Timestamp.FromDateTimeOffset(row.SubmittedAt),
            Deadlines = { deadlines.Select(deadline => DisclosureDeadlines.Form(deadline, today)) },
            FeedbackOverdue = deadlines.Exists(deadline => deadline.Kind == ReportDeadlineKind.Feedback && deadline.IsOverdue(today)),
            InvestigationOpenedOn = DisclosureDeadlines.Day(progress.OpenedOn),
            InvestigationEndedOn = DisclosureDeadlines.Day(progress.EndedOn),
        };
        if (progress.FollowedUp is { } followedUp)
        {
            report.FollowedUp = followedUp;
        }

        return report;
    }

    private static Wire.DisclosureAccount Account(ReconciledLine line) => new()
    {
        Other = PartyForms.Of(line.Other),
        Submitted = (ulong)line.Submitted,
        Acknowledged = (ulong)line.Acknowledged,
        Open = (ulong)line.Open,
        Nothing = (ulong)line.Nothing,
        Proven = (ulong)line.Proven,
        OldestOpen = line.OldestOpen is { } oldest ? Timestamp.FromDateTimeOffset(oldest) : null,
    };

    private static void Add(Wire.DisclosureAccount total, Wire.DisclosureAccount account)
    {
        total.Submitted += account.Submitted;
        total.Acknowledged += account.Acknowledged;
        total.Open += account.Open;
        total.Nothing += account.Nothing;
        total.Proven += account.Proven;
        total.OldestOpen = total.OldestOpen is null || account.OldestOpen?.CompareTo(total.OldestOpen) < 0
            ? account.OldestOpen ?? total.OldestOpen
            : total.OldestOpen;
    }

    private static DateTimeOffset Time(Timestamp? sent, string field, DateTimeOffset otherwise, FieldFaults faults)
    {
        if (sent is null)
        {
            return otherwise;
        }

        try
        {
            return sent.ToDateTimeOffset();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentOutOfRangeException)
        {
            faults.Add(field, "is no time");
            return otherwise;
        }
    }
}
