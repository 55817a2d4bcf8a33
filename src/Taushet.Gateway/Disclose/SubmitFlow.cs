using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Gather;
using Taushet.Gateway.Law;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Gateway.Trail;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Takes a disclosure: decides it, stores it with its entry, and only then answers.</summary>
/// <remarks>
/// INVARIANT: a disclosure is answered with a receipt only when it is durable, and there is never a second one of the same sender and id.
/// </remarks>
internal sealed class SubmitFlow(
    DisclosureAdmission admission,
    FactReading gather,
    RunningLaw law,
    SubmissionPreparing preparing,
    Storing audit,
    IDisclosures disclosures,
    EntryProofs proofs,
    GatewayOptions options,
    ILogger<SubmitFlow> logger)
{
    // Facts that keep changing hold a duty up no longer than a moment: every change is somebody's commit.
    private const int Decisions = 20;

    /// <summary>Takes one disclosure.</summary>
    public async Task<SubmitDisclosureResponse> RunAsync(Call call, string rpc, SubmitDisclosureRequest asked, FieldFaults faults)
    {
        var submission = await admission.AdmitAsync(call, rpc, asked.Disclosure, faults);
        for (var attempt = 0; attempt < Decisions; attempt++)
        {
            if (await EarlierAsync(call, submission) is { } earlier)
            {
                return earlier;
            }

            var gathered = await gather.ReadAsync(call, submission.Accepted);
            var policies = law.Policies;
            var decision = Decider.Decide(submission.Accepted.Request, gathered.Facts, policies);
            var prepared = preparing.Prepare(call, submission, decision);
            var draft = EntryWriting.Write(
                call, submission.Accepted, EntryKind.DisclosureSubmitted, policies.Hash, gathered.Facts, prepared.Pending);
            var receipt = await audit.StoreAsync(
                call, draft, submission.Accepted.Subject, gathered.Versions, call.DutyPush, prepared.Change);
            if (receipt is not null)
            {
                return Releasing.OpenSubmission(receipt, prepared.Pending, prepared.Response);
            }
        }

        logger.FactsKeptChanging(call.RequestId);
        throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, call.DutyPush);
    }

    /// <summary>Tells where a disclosure of a sender stands.</summary>
    public async Task<GetDisclosureResponse> GetAsync(Call call, ServiceAddress sender, Guid id)
    {
        var lookup = await disclosures.FindAsync(sender.Organisation, id, call.Cancellation);
        if (!lookup.Available)
        {
            throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        }

        return lookup.Disclosure is { } stored && stored.Row.Sender == sender
            ? SubmissionForms.StandingOf(stored)
            : throw Refusals.NotFound(call.RequestId);
    }

    private async Task<SubmitDisclosureResponse?> EarlierAsync(Call call, Submission submission)
    {
        var id = WireIds.Read(submission.Disclosure.DisclosureId);
        var lookup = await disclosures.FindAsync(call.Caller.Organisation, id, call.Cancellation);
        if (!lookup.Available)
        {
            throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, call.DutyPush);
        }

        if (lookup.Disclosure is not { } stored)
        {
            return null;
        }

        if (SubmissionOutcome.Of(stored) is not { } outcome)
        {
            return SubmissionForms.AgainDestroyed(stored, await ProofAsync(call, stored));
        }

        return outcome.IsOf(submission.Disclosure)
            ? SubmissionForms.Again(stored, outcome, await ProofAsync(call, stored))
            : throw Refusals.OtherOfThisId(call.RequestId);
    }

    private Task<Receipt> ProofAsync(Call call, StoredDisclosure stored) =>
        proofs.OfAsync(call, stored.Log, stored.Index, stored.Entry);
}
