using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Explaining;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.V1;
using Admission = Taushet.Gateway.Receive.Admission;
using Flow = Taushet.Core.Vocabulary.Flow;

namespace Taushet.Gateway.Law;

/// <summary>The full explanation of a request, for the holder's own staff: it depends on the facts.</summary>
/// <remarks>INVARIANT: only the holder is told the full explanation, whatever the flow.</remarks>
internal sealed class ExplainFlow(Admission admission, Deciding deciding, ExplainForms forms)
{
    /// <summary>Answers one explanation.</summary>
    public async Task<ExplainResponse> RunAsync(Call call, string rpc, ExplainRequest asked, FieldFaults faults)
    {
        if (!Members<Flow>.Has((int)asked.Flow))
        {
            faults.Add("flow", "is required and must be a member of the vocabulary");
        }

        var flow = faults.Any ? Flow.Pull : (Flow)(int)asked.Flow;
        var accepted = await admission.AdmitAsync(call, rpc, asked.Inquiry, flow, CellSet.Empty, faults, byHolder: true);
        List<ExplainedCells> groups = [];
        var (receipt, pending) = await deciding.RunKnowingAsync(call, accepted, EntryKind.Explain, withFacts: true, decided =>
        {
            var explained = Explainer.Explain(accepted.Request, decided.Facts, decided.Policies);
            groups = forms.Of(explained, decided.Policies.Phrases);
            var holder = new HolderPart(DecisionText.Write(decided.Verdict.WithFacts), SourceCalled: false, "none", Dropped: 0);
            return ValueTask.FromResult(new Pending([], information: null, CellSet.Empty, holder));
        });
        return new ExplainResponse
        {
            RequestId = WireIds.Of(call.RequestId),
            DecidedAt = Timestamp.FromDateTimeOffset(call.Instant),
            CaseReference = accepted.Inquiry.CaseReference,
            Groups = { groups },
            Receipt = Releasing.Prove(receipt, pending),
        };
    }
}
