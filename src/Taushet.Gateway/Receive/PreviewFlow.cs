using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Release;
using Taushet.V1;
using Flow = Taushet.Core.Vocabulary.Flow;
using ReasonCode = Taushet.Core.Vocabulary.ReasonCode;

namespace Taushet.Gateway.Receive;

/// <summary>A preview: the public explanation, which no fact on the child can change.</summary>
internal sealed class PreviewFlow(Admission admission, Deciding deciding, CellGrouping grouping)
{
    /// <summary>Answers one preview.</summary>
    public async Task<PreviewResponse> RunAsync(Call call, string rpc, PreviewRequest asked, FieldFaults faults)
    {
        var accepted = await admission.AdmitAsync(call, rpc, asked.Inquiry, Flow.Pull, CellSet.Empty, faults, releases: true);
        var (receipt, pending) = await deciding.RunAsync(call, accepted, EntryKind.Preview, withFacts: false, verdict =>
        {
            var refused = new Saying(verdict.WithoutFacts, Refusal: true, ReasonCode.NotPermitted);
            return ValueTask.FromResult(new Pending(
                grouping.Group(accepted.Request.Needs.All | verdict.WithoutFacts.Asked, _ => refused),
                information: null,
                CellSet.Empty,
                new HolderPart(DecisionText.Write(verdict.WithoutFacts), SourceCalled: false, "none", Dropped: 0)));
        });
        return Releasing.OpenPreview(receipt, pending, call, accepted);
    }
}
