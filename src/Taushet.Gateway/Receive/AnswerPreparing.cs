using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.ByHand;
using Taushet.Gateway.Fetch;
using Taushet.Gateway.Label;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Release;
using Taushet.V1;
using ReasonCode = Taushet.Core.Vocabulary.ReasonCode;

namespace Taushet.Gateway.Receive;

/// <summary>Makes the answer to a request from its decision: fetches what is permitted, narrows it, and says what the law says.</summary>
internal sealed class AnswerPreparing(
    Fetching fetching,
    CellGrouping grouping,
    GatewayOptions options,
    ILogger<AnswerPreparing> logger)
{
    /// <summary>Makes the answer that waits for its receipt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="accepted">What is asked.</param>
    /// <param name="verdict">The decision.</param>
    /// <param name="owed">The task that is opened with it, or null.</param>
    public async ValueTask<Pending> PrepareAsync(Call call, Accepted accepted, Verdict verdict, OwedTask? owed = null)
    {
        var fetched = await fetching.FetchAsync(call, accepted, verdict.WithFacts);
        var narrowed = BuildUp.Of(fetched.Information, new Permission(accepted.Request, verdict.WithFacts));
        var dropped = narrowed.Unasked + fetched.UnknownFields;
        if (dropped > 0)
        {
            logger.SourceTooGenerous(call.RequestId, accepted.Request.Holder.Organisation, dropped);
        }

        var undecided = verdict.WithFacts.HolderMayGive - verdict.WithFacts.HolderDecided;
        return new Pending(
            Groups(accepted, verdict, narrowed.Present, fetched.NotNow),
            narrowed.Information,
            narrowed.Present,
            new HolderPart(
                DecisionText.Write(verdict.WithFacts),
                fetched.Result != SourceResult.None,
                Text(fetched.Result),
                dropped))
        {
            OwesByHand = !verdict.WithFacts.ByHand.IsEmpty,
            Change = owed?.Change,
            ByHand = owed?.Told,
            LeftToHolder = !verdict.WithoutFacts.LeftToHolder.IsEmpty,
            Waits = !undecided.IsEmpty,
        };
    }

    private List<CellGroup> Groups(Accepted accepted, Verdict verdict, CellSet present, bool notNow)
    {
        var given = new Saying(verdict.WithFacts, Refusal: false, Reason: null);
        var later = new Saying(verdict.WithFacts, Refusal: false, ReasonCode.NotNow, options.SourceRetry);
        var byHand = new Saying(verdict.WithFacts, Refusal: false, ReasonCode.ByHand);
        var refused = new Saying(verdict.WithoutFacts, Refusal: true, ReasonCode.NotPermitted);
        var permittedNotNow = notNow ? verdict.WithFacts.Released : CellSet.Empty;

        // INVARIANT: which cells a refusal speaks of depends on the request alone. What is owed by hand is no refusal: the
        // receiver is told to take it by telephone, unless the child is under a blanket shield.
        var owedByHand = verdict.WithFacts.ByHandTold;
        var cells = accepted.Request.Needs.All | verdict.WithoutFacts.Asked | present | permittedNotNow | owedByHand;
        return grouping.Group(
            cells,
            cell => present.Contains(cell) ? given
                : permittedNotNow.Contains(cell) ? later
                : owedByHand.Contains(cell) ? byHand
                : refused);
    }

    private static string Text(SourceResult result) => result switch
    {
        SourceResult.None => "none",
        SourceResult.Ok => "ok",
        SourceResult.Timeout => "timeout",
        SourceResult.Error => "error",
    };
}
