using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Fetch;

/// <summary>Says to a source what is permitted and no more.</summary>
internal static class FetchRequests
{
    /// <summary>Makes the request for one decision.</summary>
    public static Wire.GetLeavesRequest Make(Call call, Accepted accepted, Decision decision)
    {
        var released = decision.Released;
        var request = new Wire.GetLeavesRequest
        {
            RequestId = WireIds.Of(call.RequestId),
            Child = accepted.Inquiry.Child,
            Holder = accepted.Inquiry.Holder,
            Asker = accepted.Inquiry.Receiver,
            ActingPerson = accepted.Inquiry.ActingPerson,
            Purpose = accepted.Inquiry.Purpose,
        };
        foreach (var cell in released)
        {
            (decision.Relevant.Contains(cell) ? request.RelevantCells : request.Cells).Add((Wire.Cell)(int)cell);
        }

        foreach (var leaf in RecordMask.OfChildInformation.Leaves)
        {
            if (released.Contains(leaf.Cell))
            {
                request.Mask.Add(leaf.Path);
            }
        }

        AddRules(request, decision, released);
        AddNeeds(request, accepted);
        return request;
    }

    private static void AddRules(Wire.GetLeavesRequest request, Decision decision, CellSet released)
    {
        foreach (var applied in decision.Applied)
        {
            var opens = applied.Rule.Outcome is Outcome.Must or Outcome.MayOnRequest or Outcome.MayByHolder;
            if (opens && !applied.Near && applied.Cells.Meets(released) && !request.RuleIds.Contains(applied.Rule.Id))
            {
                request.RuleIds.Add(applied.Rule.Id);
            }
        }
    }

    private static void AddNeeds(Wire.GetLeavesRequest request, Accepted accepted)
    {
        foreach (var needed in accepted.Inquiry.Needs)
        {
            if (needed.Need != Wire.Need.Unspecified && !request.Needs.Contains(needed.Need))
            {
                request.Needs.Add(needed.Need);
            }
        }
    }
}
