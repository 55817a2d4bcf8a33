using Taushet.Storage.Control;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Reports;
using Taushet.Storage.Retention;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Writes the changes that entries tell of, inside the transaction of the entries.</summary>
internal sealed class ChangeWriting(RegisterWrite write, StoreKeys keys)
{
    private readonly ISharedChange shared = new SqlServerSharedChange(write);
    private readonly DisclosureSealer disclosures = new(keys);
    private readonly DutySealer duties = new(keys);
    private readonly InboxSealer inbox = new(keys);

    /// <summary>Whether another change came first, so that this one cannot be made.</summary>
    public async Task<bool> IsOvertakenAsync(QueuedEntry entry)
    {
        switch (entry.Change)
        {
            case RegisterChange.OfWishes wishes:
                foreach (var wish in wishes.Events)
                {
                    if (await WishEventTable.VersionOfAsync(write, wish.Wish).ConfigureAwait(false) != wish.ExpectedVersion)
                    {
                        return true;
                    }
                }

                return false;
            case RegisterChange.OfDisclosure { Disclosure: var row }:
                return await DisclosureTable.ExistsAsync(write, row.Sender.Organisation, row.Id).ConfigureAwait(false);
            case RegisterChange.OfAcknowledgement received:
                return !await DisclosureTable.IsOpenAsync(write, received.Delivery).ConfigureAwait(false);
            case RegisterChange.OfHandTask owed:
                return HandTaskAskings.IsOvertaken(shared, keys, entry.Asked, owed);
            case RegisterChange.OfHandTaskClosing closed:
                return !await HandTaskTable.IsOpenAsync(write, closed.Task).ConfigureAwait(false);
            case RegisterChange.OfOrder { Order: var order }:
                return await OrderTable.VersionOfAsync(write, order.Id).ConfigureAwait(false) != 0;
            case RegisterChange.OfOrderChange { Change: var next }:
                return await OrderTable.VersionOfAsync(write, next.Order).ConfigureAwait(false) != next.Seen;
            case RegisterChange.OfStandingDecision { Version: var next }:
                return !await StandingDecisionTable.FollowsAsync(write, next.Decision).ConfigureAwait(false);
            case RegisterChange.OfInbox { Request: var read }:
                return await InboxTable.VersionOfAsync(write, read.Handle).ConfigureAwait(false) != read.Version;
            case RegisterChange.OfProposal one:
                return await RegistryWriting.IsOvertakenAsync(write, one.Proposal).ConfigureAwait(false);
            case RegisterChange.OfVerdict one:
                return await RegistryWriting.IsOvertakenAsync(write, one.Proposal, one.Verdict).ConfigureAwait(false);
            case RegisterChange.OfLapse one:
                return await ProposalTable.IsDecidedAsync(write, one.Proposal).ConfigureAwait(false);
            case var other:
                return !RetentionWriting.StillHolds(shared, other) || !ControlWriting.StillHolds(shared, other)
                    || !ReportStepWriting.StillHolds(shared, other);
        }
    }

    /// <summary>Writes the change of an entry, if it has one.</summary>
    public Task WriteAsync(PlacedEntry placed) => WriteAsync(placed, placed.Entry.Change);

    private async Task WriteAsync(PlacedEntry placed, RegisterChange? change)
    {
        var entry = placed.Entry;
        switch (change)
        {
            case RegisterChange.OfWishes wishes:
                foreach (var wish in wishes.Events)
                {
                    var current = await IdentifierTable.CurrentAsync(write, entry.Asked).ConfigureAwait(false);
                    await WishWriting.AppendAsync(write, keys, current, wish).ConfigureAwait(false);
                }

                break;
            case RegisterChange.OfDisclosure { Disclosure: var row, With: var others }:
                var subject = await IdentifierTable.CurrentAsync(write, entry.Asked).ConfigureAwait(false);
                await DisclosureTable.WriteAsync(write, disclosures, subject, row, EntryPlace.Of(placed)).ConfigureAwait(false);
                foreach (var other in others)
                {
                    await WriteAsync(placed, other).ConfigureAwait(false);
                }

                break;
            case RegisterChange.OfAcknowledgement received:
                await DisclosureTable.AcknowledgeAsync(write, received).ConfigureAwait(false);
                break;
            default:
                await WriteDutyAsync(entry, change).ConfigureAwait(false);
                break;
        }
    }

    private async Task WriteDutyAsync(QueuedEntry entry, RegisterChange? change)
    {
        switch (change)
        {
            case RegisterChange.OfHandTask owed:
                if (owed.Asking?.Joined is null)
                {
                    var child = await IdentifierTable.CurrentAsync(write, entry.Asked).ConfigureAwait(false);
                    await HandTaskTable.WriteAsync(write, duties, child, owed.Task, entry.Row.Entry).ConfigureAwait(false);
                }

                HandTaskAskings.Write(shared, keys, owed, entry.Row.Entry);
                break;
            case RegisterChange.OfHandTaskClosing closed:
                await HandTaskTable.EndAsync(write, duties, closed).ConfigureAwait(false);
                break;
            case RegisterChange.OfOrder { Order: var order }:
                var about = await IdentifierTable.CurrentAsync(write, entry.Asked).ConfigureAwait(false);
                await OrderTable.WriteAsync(write, duties, about, order, entry.Row.Entry).ConfigureAwait(false);
                break;
            case RegisterChange.OfOrderChange changed:
                await OrderTable.ChangeAsync(write, duties, changed).ConfigureAwait(false);
                break;
            case RegisterChange.OfStandingDecision { Version: var next }:
                await StandingDecisionTable.WriteAsync(write, next.Decision).ConfigureAwait(false);
                await StandingDecisionTable.WriteChangeAsync(write, next with { Entry = entry.Row.Entry }).ConfigureAwait(false);
                break;
            case RegisterChange.OfInbox { Request: var read, Change: var next }:
                await InboxTable.ChangeAsync(write, read.Handle, next, inbox.Answer(read, next)).ConfigureAwait(false);
                break;
            case RegisterChange.OfProposal one:
                await ProposalTable.WriteAsync(write, one.Proposal, entry.Row.Entry).ConfigureAwait(false);
                break;
            case RegisterChange.OfVerdict one:
                await RegistryWriting.DecideAsync(write, one.Proposal, one.Verdict, entry.Row.Entry).ConfigureAwait(false);
                break;
            case RegisterChange.OfLapse one:
                await ProposalTable.WriteLapseAsync(write, one, entry.Row.Entry).ConfigureAwait(false);
                break;
            default:
                RetentionWriting.Write(shared, keys, change);
                ControlWriting.Write(shared, change);
                ReportStepWriting.Write(shared, keys, change, entry.Row.Entry);
                break;
        }
    }
}
