using System.Data.Common;
using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.Core.Duties;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>The report that a feedback answers, as its receiver may use it.</summary>
/// <param name="Stored">The report.</param>
/// <param name="CaseReference">The reporter's own case reference.</param>
/// <param name="InvestigationEnded">Whether the end of an investigation on it is recorded.</param>
internal sealed record AnsweredReport(StoredDisclosure Stored, string CaseReference, bool InvestigationEnded)
{
    /// <summary>Who reported.</summary>
    public Wire.Party Reporter => PartyForms.Of(Stored.Row.Sender);

    /// <summary>What the feedback depends on; that there was a report, and whose, is known and not claimed.</summary>
    public Wire.Evidence Evidence(Wire.Feedback feedback)
    {
        var evidence = feedback.Evidence?.Clone() ?? new Wire.FeedbackEvidence();

        // That the report is found is what a reference stands for in the rules; the reporter may have stated none.
        evidence.ReportReference = CaseReference.Length > 0 ? CaseReference : "registered";
        if (!evidence.HasProfessionalReporter)
        {
            evidence.ProfessionalReporter = ReportDeadlines.IsBound(Stored.Row.Sender.Service);
        }

        // What is recorded need not be said again; what is not recorded is the sender's to state.
        if (!evidence.HasInvestigationEnded && InvestigationEnded)
        {
            evidence.InvestigationEnded = true;
        }

        return new Wire.Evidence { Feedback = evidence };
    }
}

/// <summary>Finds the report that a feedback answers, for whoever received it and for nobody else.</summary>
internal sealed class AnsweredReports(IDisclosures disclosures, IReportProgress reports, GatewayOptions options)
{
    /// <summary>Finds it.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, UNAVAILABLE.</exception>
    public async Task<AnsweredReport> FindAsync(Call call, ByteString delivery, Wire.Party receiver)
    {
        var lookup = await disclosures.FindDeliveryAsync(WireIds.Read(delivery), call.Cancellation);
        if (!lookup.Available)
        {
            throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, call.DutyPush);
        }

        return lookup.Disclosure is { } report
            && report.Row.Receiver == PartyForms.AddressOf(receiver)
            && DisclosureGrounds.IsReport(report.Row.Ground)
            ? new AnsweredReport(report, SubmissionOutcome.Read(report.Row.Outcome).Response.CaseReference, await HasEndedAsync(call, report.Row))
            : throw Refusals.NotFound(call.RequestId);
    }

    // What a register cannot tell now is left to what the sender states: the duty does not wait for it.
    private async Task<bool> HasEndedAsync(Call call, DisclosureRow report)
    {
        try
        {
            return (await reports.OfAsync(report.Receiver.Organisation, [report.Delivery], call.Cancellation))[0].EndedOn is not null;
        }
        catch (Exception error) when (error is DbException or IOException or StoredValueException or CryptographicException)
        {
            return false;
        }
    }
}
