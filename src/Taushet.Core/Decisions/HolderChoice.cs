using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What the holder has decided to give of what the law leaves to it.</summary>
internal static class HolderChoice
{
    /// <summary>The cells of standing decisions towards this receiver and purpose, and of the sender's own decision.</summary>
    public static CellSet Of(Request request, Facts facts)
    {
        // INVARIANT: in a pull the asker's word is never the holder's decision.
        var cells = request.Flow == Flow.Pull ? CellSet.Empty : request.Evidence.HolderDecision?.Cells ?? CellSet.Empty;
        foreach (var decision in facts.StandingDecisions.Or([]))
        {
            var meant = decision.Receiver == request.Receiver.Service
                && request.Purpose.IsKnown
                && decision.Purpose == request.Purpose.Value;
            cells |= meant ? decision.Cells : CellSet.Empty;
        }

        return cells;
    }
}
