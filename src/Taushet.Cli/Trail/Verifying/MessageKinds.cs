using System.Collections.Frozen;
using Taushet.Client;
using Taushet.Core.Trail;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>What kinds of entry each message that comes with a receipt can be of.</summary>
internal static class MessageKinds
{
    private static readonly FrozenDictionary<string, EntryKind[]> Kinds = new Dictionary<string, EntryKind[]>(StringComparer.Ordinal)
    {
        ["RequestInformationResponse"] = [EntryKind.Request, EntryKind.PendingResult],
        ["PreviewResponse"] = [EntryKind.Preview],
        ["AssessResponse"] = [EntryKind.Assess],
        ["AssessDutyResponse"] = [EntryKind.AssessDuty],
        ["ExplainResponse"] = [EntryKind.Explain],
        ["PrepareConsultationResponse"] = [EntryKind.ConsultationPrepared],
        ["SubmitDisclosureResponse"] = [EntryKind.DisclosureSubmitted],
        ["Delivery"] = [EntryKind.DisclosureSubmitted],
        ["AcknowledgeResponse"] = [EntryKind.DisclosureReceived],
        ["RecordInvestigationResponse"] =
            [EntryKind.InvestigationOpened, EntryKind.InvestigationNotOpened, EntryKind.InvestigationExtended, EntryKind.InvestigationEnded],
        ["RecordWishResponse"] = [EntryKind.WishGiven],
        ["ConfirmWishResponse"] = [EntryKind.WishGiven],
        ["ReplaceWishResponse"] = [EntryKind.WishGiven],
        ["RenewWishResponse"] = [EntryKind.WishGiven],
        ["WithdrawWishResponse"] = [EntryKind.WishWithdrawn],
        ["GetWishResponse"] = [EntryKind.WishRead],
        ["ListWishesResponse"] = [EntryKind.WishRead],
        ["SummariseWishResponse"] = [EntryKind.WishRead],
        ["CheckConsentResponse"] = [EntryKind.ConsentChecked],
        ["GetWaitingRequestResponse"] = [EntryKind.InboxRead],
        ["AnswerWaitingRequestResponse"] = [EntryKind.InboxGiven, EntryKind.InboxRefused],
        ["WithdrawPendingRequestResponse"] = [EntryKind.PendingWithdrawn],
        ["RecordStandingDecisionResponse"] = [EntryKind.StandingDecisionRecorded],
        ["ChangeStandingDecisionResponse"] = [EntryKind.StandingDecisionChanged],
        ["EndStandingDecisionResponse"] = [EntryKind.StandingDecisionEnded],
        ["GetHandTaskResponse"] = [EntryKind.HandTaskRead],
        ["CloseHandTaskResponse"] = [EntryKind.HandTaskGiven, EntryKind.HandTaskNotOwed],
        ["RegisterOrderResponse"] = [EntryKind.OrderRegistered],
        ["WithdrawOrderResponse"] = [EntryKind.OrderWithdrawn],
        ["RecordOrderNoticeResponse"] = [EntryKind.OrderPartiesInformed, EntryKind.OrderPartiesExempted],
        ["ProposeRegistrationResponse"] = [EntryKind.RegistrationProposed],
        ["ConfirmProposalResponse"] = [EntryKind.RegistrationConfirmed],
        ["RefuseProposalResponse"] = [EntryKind.RegistrationRefused, EntryKind.RegistrationWithdrawn],
        ["SearchEntriesResponse"] = [EntryKind.LogSearched],
        ["GetEntryResponse"] = [EntryKind.LogRead],
        ["ExportEntriesResponse"] = [EntryKind.LogExported],
        ["ListAccessesToMeResponse"] = [EntryKind.OwnLogRead],
        ["GetReportResponse"] = [EntryKind.LogReport],
        ["GetStatisticsResponse"] = [EntryKind.LogReport],
        ["FlagUnlawfulResponse"] = [EntryKind.UnlawfulFlagged],
        ["RecordNoticeResponse"] = [EntryKind.NoticeGiven],
        ["ListFlagsResponse"] = [EntryKind.LogReport],
        ["DelayViewResponse"] = [EntryKind.ViewDelayed],
        ["EndViewDelayResponse"] = [EntryKind.ViewDelayEnded],
        ["PlaceHoldResponse"] = [EntryKind.HoldPlaced],
        ["LiftHoldResponse"] = [EntryKind.HoldLifted],
        ["ListHoldsResponse"] = [EntryKind.LogReport],
        ["OrderDestructionResponse"] = [EntryKind.DestructionOrdered],
        ["ConfirmDestructionResponse"] = [EntryKind.KeysDestroyed],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kinds that some message, one of several, can be of; none when the kinds of one are not known here.</summary>
    public static IReadOnlyCollection<EntryKind> Of(IReadOnlyCollection<ReceiptedMessage> messages)
    {
        var kinds = messages.Select(message => Kinds.GetValueOrDefault(message.ReceiptedName.Split('.')[^1])).ToList();
        return kinds.Contains(null) ? [] : [.. kinds.SelectMany(some => some!).Distinct()];
    }
}
