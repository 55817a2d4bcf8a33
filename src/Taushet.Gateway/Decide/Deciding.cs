using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Gather;
using Taushet.Gateway.Law;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Orders;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Decide;

/// <summary>Gathers, decides, prepares and stores; decides again when a fact changed before the entry was stored.</summary>
internal sealed class Deciding(
    FactReading gather,
    OrderReading orders,
    RunningLaw law,
    Storing audit,
    GatewayOptions options,
    ILogger<Deciding> logger)
{
    // INVARIANT: a request is decided again at most twice, then refused.
    private const int Decisions = 3;

    /// <summary>Runs one call up to its receipt; the answer is made from the decision alone.</summary>
    /// <param name="call">The call.</param>
    /// <param name="accepted">What is asked.</param>
    /// <param name="kind">What the entry says the call was.</param>
    /// <param name="withFacts">Whether the decision reads the facts; a preview does not.</param>
    /// <param name="prepare">Makes the answer that waits for its receipt.</param>
    /// <param name="complete">Adds what else is known, read after the facts; null: nothing.</param>
    public Task<(AuditReceipt Receipt, Pending Pending)> RunAsync(
        Call call,
        Accepted accepted,
        EntryKind kind,
        bool withFacts,
        Func<Verdict, ValueTask<Pending>> prepare,
        Func<Facts, ValueTask<Facts>>? complete = null) =>
        RunKnowingAsync(call, accepted, kind, withFacts, decided => prepare(decided.Verdict), complete);

    /// <summary>Runs one call up to its receipt; the answer is made from the decision and what it was made from.</summary>
    public async Task<(AuditReceipt Receipt, Pending Pending)> RunKnowingAsync(
        Call call,
        Accepted accepted,
        EntryKind kind,
        bool withFacts,
        Func<DecisionMade, ValueTask<Pending>> prepare,
        Func<Facts, ValueTask<Facts>>? complete = null)
    {
        for (var attempt = 0; attempt < Decisions; attempt++)
        {
            var gathered = await gather.ReadAsync(call, accepted);
            var facts = withFacts ? gathered.Facts : Facts.None;
            facts = complete is null ? facts : await complete(facts);
            var asked = await orders.ReadAsync(call, accepted);

            // INVARIANT: a decision and its entry are of one policy set, also while another is taken into use.
            var policies = law.Policies;
            var verdict = Decider.DecideTwice(asked.Request, facts, policies);
            var pending = await prepare(new DecisionMade(verdict, facts, policies));
            if (await audit.StoreAsync(call, asked, kind, gathered, facts, pending, policies.Hash) is { } receipt)
            {
                return (receipt, pending);
            }
        }

        logger.FactsKeptChanging(call.RequestId);
        throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, accepted.DutyPush);
    }
}

/// <summary>A decision with what it was made from.</summary>
/// <param name="Verdict">The decision, with and without facts.</param>
/// <param name="Facts">The facts that were read.</param>
/// <param name="Policies">The policy set.</param>
internal sealed record DecisionMade(Verdict Verdict, Facts Facts, PolicySet Policies);
