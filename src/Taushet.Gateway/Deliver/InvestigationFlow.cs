using System.Globalization;
using Taushet.Core.Duties;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Records what a barnevern has done with a report, with the entry of it.</summary>
/// <remarks>INVARIANT: of how an investigation ended nothing is kept but whether the child is followed up, and its entry names barnevern alone.</remarks>
internal sealed class InvestigationFlow(HolderAdmission admission, DeliveryFinding finding, ReportReading reports, HolderEntries entries)
{
    private const string DateForm = "yyyy-MM-dd";

    // Another gateway may record a step of the same report meanwhile; the steps are four.
    private const int Attempts = 5;

    /// <summary>Records one step.</summary>
    public async Task<Wire.RecordInvestigationResponse> RunAsync(
        Call call, string rpc, Wire.RecordInvestigationRequest asked, FieldFaults faults)
    {
        var day = Check(asked, call.LawDate, faults);
        var barnevern = await admission.AdmitAsync(call, rpc, asked.Receiver, faults, "receiver");
        var stored = await finding.OfReceiverAsync(call, WireIds.Read(asked.DeliveryId), PartyForms.AddressOf(asked.Receiver));
        if (!DisclosureDeadlines.Brings(stored.Row))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        var step = (ReportStep)(int)asked.Step;
        bool? followedUp = asked.HasFollowedUp ? asked.FollowedUp : null;
        var row = new ReportStepRow(stored.Row.Delivery, barnevern.Organisation, step, day, followedUp);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var progress = (await reports.OfAsync(call, barnevern.Organisation, [row.Delivery]))[0];
            if (Require(call, progress.Judge(step, day, followedUp)) == StepVerdict.Repeated)
            {
                return Response(call, stored.Row, progress, repeated: true);
            }

            var act = new HolderAct(
                KindOf(step), barnevern, barnevern, Known<Purpose>.Unknown, stored.Subject, asked.ActingPerson, Text(row));
            if (await entries.StoreAsync(call, act, FactVersions.NotRead, new RegisterChange.OfReportStep(row)) is { } done)
            {
                var now = (await reports.OfAsync(call, barnevern.Organisation, [row.Delivery]))[0];
                var response = Response(call, stored.Row, now, repeated: false);
                response.Receipt = Releasing.Prove(done.Receipt, done.Pending);
                return response;
            }
        }

        throw finding.CannotGather(call);
    }

    private static DateOnly Check(Wire.RecordInvestigationRequest asked, DateOnly today, FieldFaults faults)
    {
        if (asked.DeliveryId.Length != WireIds.Length)
        {
            faults.Add("delivery_id", "must be 16 bytes");
        }

        if (asked.Step is < Wire.InvestigationStep.Opened or > Wire.InvestigationStep.Ended)
        {
            faults.Add("step", "is required and must be a member of the vocabulary");
        }

        if (asked.HasFollowedUp != (asked.Step == Wire.InvestigationStep.Ended))
        {
            faults.Add("followed_up", "is required for the end of an investigation, and for nothing else");
        }

        if (!DateOnly.TryParseExact(asked.Day, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > today)
        {
            faults.Add("day", "is required, as 2026-09-08, and must not be ahead");
        }

        StandingDecisionCheck.Employee(asked.ActingPerson, "acting_person", faults);
        return day;
    }

    private static StepVerdict Require(Call call, StepVerdict verdict) => verdict switch
    {
        StepVerdict.Accepted or StepVerdict.Repeated => verdict,
        StepVerdict.RecordedOtherwise => throw Refusals.RecordedOtherwise(call.RequestId),
        StepVerdict.OutOfOrder => throw Refusals.OutOfOrder(call.RequestId),
    };

    private static EntryKind KindOf(ReportStep step) => step switch
    {
        ReportStep.InvestigationOpened => EntryKind.InvestigationOpened,
        ReportStep.InvestigationNotOpened => EntryKind.InvestigationNotOpened,
        ReportStep.InvestigationExtended => EntryKind.InvestigationExtended,
        ReportStep.InvestigationEnded => EntryKind.InvestigationEnded,
        ReportStep.FollowUpTold => EntryKind.DisclosureSubmitted,
    };

    private static string Text(ReportStepRow row)
    {
        var end = row.FollowedUp is { } yes ? $"followed-up {(yes ? "yes" : "no")}\n" : string.Empty;
        return $"report-step.v1\n{Codes<ReportStep>.Of(row.Step)}\ndelivery {row.Delivery:N}\nday {DisclosureDeadlines.Day(row.Day)}\n{end}";
    }

    private static Wire.RecordInvestigationResponse Response(Call call, DisclosureRow row, ReportProgress progress, bool repeated) => new()
    {
        RepeatedStep = repeated,
        Deadlines = { DisclosureDeadlines.Of(row, progress).Select(deadline => DisclosureDeadlines.Form(deadline, call.LawDate)) },
    };
}
