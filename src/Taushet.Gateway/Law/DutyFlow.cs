using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Duties;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Law;

/// <summary>An assessment of duties: the deciding is <see cref="DutyCheck"/>'s, the entry is the holder's own.</summary>
internal sealed class DutyFlow(HolderAdmission admission, Storing audit, RunningLaw law, DutyForms forms, GatewayOptions options)
{
    /// <summary>Answers one assessment.</summary>
    public async Task<AssessDutyResponse> RunAsync(Call call, string rpc, AssessDutyRequest asked, FieldFaults faults)
    {
        // Whatever ends this call tells the telephone route: what was seen may not wait.
        call.DutyPush = true;
        DutyQuestion.Check(asked, faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var seen = DutyQuestion.Map(asked, holder, call.LawDate);
        var policies = law.Policies;
        var facts = new Facts { Age = asked.HasChildAge ? (int)asked.ChildAge : Known<int>.Unknown };
        var findings = DutyCheck.Find(seen, facts, policies);
        var pending = new Pending(
            [], information: null, CellSet.Empty, new HolderPart(DutyText.Write(findings), SourceCalled: false, "none", Dropped: 0));
        var draft = EntryWriting.Write(call, seen, asked.ActingPerson, asked.CaseReference, EntryKind.AssessDuty, policies.Hash, facts, pending);
        var subject = new SubjectKey(NationalNumber: null, $"duty {call.RequestId:N}");
        var receipt = await audit.StoreAsync(call, draft, subject, FactVersions.NotRead, duty: true)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: true);
        var response = forms.Of(findings, policies.Phrases);
        response.RequestId = WireIds.Of(call.RequestId);
        response.DecidedAt = Timestamp.FromDateTimeOffset(call.Instant);
        response.CaseReference = asked.CaseReference;
        response.Receipt = Releasing.Prove(receipt, pending);
        return response;
    }
}
