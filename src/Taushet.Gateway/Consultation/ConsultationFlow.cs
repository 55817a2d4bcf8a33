using Taushet.Core.Anonymising;
using Taushet.Core.Decisions;
using Taushet.Core.Duties;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Label;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using ReasonCode = Taushet.Core.Vocabulary.ReasonCode;

namespace Taushet.Gateway.Consultation;

/// <summary>Makes a case ready to be discussed without telling who the child is, from top to bottom.</summary>
/// <remarks>INVARIANT: what a text tells is a human's judgement, and no count of children lets a text into the form.</remarks>
internal sealed class ConsultationFlow(
    HolderAdmission admission,
    Storing audit,
    RunningLaw law,
    ChildCounts counts,
    CellGrouping grouping,
    ConsultationForms forms,
    GatewayOptions options)
{
    /// <summary>Answers one call.</summary>
    public async Task<PrepareConsultationResponse> RunAsync(Call call, string rpc, PrepareConsultationRequest asked, FieldFaults faults)
    {
        ConsultationCheck.Check(asked, faults);
        var holder = await admission.AdmitAsync(call, rpc, asked.Holder, faults);
        var told = Generalising.Of(
            asked.HasChildAge ? (int)asked.ChildAge : Known<int>.Unknown,
            asked.MunicipalityNumber,
            asked.HasGradedAddress ? asked.GradedAddress : Known<bool>.Unknown,
            counts,
            options.ConsultationK);
        var judge = ConsultationQuestion.JudgeOf(asked, told);
        var request = ConsultationQuestion.Map(asked, holder, judge, call.LawDate);
        var facts = new Facts { Age = asked.HasChildAge ? (int)asked.ChildAge : Known<int>.Unknown };

        // INVARIANT: a decision and its entry are of one policy set, also while another is taken into use.
        var policies = law.Policies;
        var decision = Decider.Decide(request, facts, policies);
        var form = AnonymousForm.Of(
            asked.Information, asked.Narrative, new Permission(request, decision), textsConfirmed: judge == AnonymityJudge.Human);
        var pending = new Pending(
            grouping.Group(decision.Asked, cell => new Saying(decision, Refusal: false, Why(decision, cell))),
            form.Told.Information,
            form.Told.Present,
            new HolderPart(DecisionText.Write(decision), SourceCalled: false, "none", Dropped: 0));
        var receipt = await StoreAsync(call, asked, request, facts, policies.Hash, pending);
        var terms = ConsultationForms.Terms(told, judge, asked.Confirmation, options.ConsultationK);
        terms.Stripped.AddRange(form.Stripped);
        forms.AddDuties(terms, Duties(call, asked, holder, facts, policies), policies.Phrases);
        return Releasing.OpenConsultation(receipt, pending, call, asked.CaseReference, terms);
    }

    private async Task<AuditReceipt> StoreAsync(
        Call call, PrepareConsultationRequest asked, Request request, Facts facts, string policyHash, Pending pending)
    {
        var draft = EntryWriting.Write(
            call, request, asked.ActingPerson, asked.CaseReference, EntryKind.ConsultationPrepared, policyHash, facts, pending);
        var subject = new SubjectKey(NationalNumber: null, $"consultation {call.RequestId:N}");
        return await audit.StoreAsync(call, draft, subject, FactVersions.NotRead, duty: false)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
    }

    private static DutyFindings? Duties(
        Call call, PrepareConsultationRequest asked, PartyRef holder, Facts facts, PolicySet policies) =>
        asked.Seen.Count == 0
            ? null
            : DutyCheck.Find(DutyQuestion.Map(ConsultationQuestion.SeenIn(asked), holder, call.LawDate), facts, policies);

    private static ReasonCode? Why(Decision decision, Core.Vocabulary.Cell cell) =>
        decision.Released.Contains(cell) ? null : ReasonCode.NotPermitted;
}
