using Microsoft.Data.Sqlite;
using Taushet.Storage.Control;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Reports;
using Taushet.Storage.Retention;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Writes the changes that entries tell of, inside the transaction of the entries.</summary>
internal sealed class ChangeWriting(SqliteConnection connection, StoreKeys keys)
{
    private readonly ISharedChange shared = new SqliteSharedChange(connection);
    private readonly DisclosureSealer disclosures = new(keys);
    private readonly DutySealer duties = new(keys);
    private readonly InboxSealer inbox = new(keys);

    /// <summary>Whether another change came first, so that this one cannot be made.</summary>
    public bool IsOvertaken(QueuedEntry entry) => entry.Change switch
    {
        RegisterChange.OfWishes wishes =>
            wishes.Events.Any(wish => WishEventTable.VersionOf(connection, wish.Wish) != wish.ExpectedVersion),
        RegisterChange.OfDisclosure { Disclosure: var row } => DisclosureTable.Exists(connection, row.Sender.Organisation, row.Id),
        RegisterChange.OfAcknowledgement received => !DisclosureTable.IsOpen(connection, received.Delivery),
        RegisterChange.OfHandTask owed => HandTaskAskings.IsOvertaken(shared, keys, entry.Asked, owed),
        RegisterChange.OfHandTaskClosing closed => !HandTaskTable.IsOpen(connection, closed.Task),
        RegisterChange.OfOrder { Order: var order } => OrderTable.VersionOf(connection, order.Id) != 0,
        RegisterChange.OfOrderChange { Change: var next } => OrderTable.VersionOf(connection, next.Order) != next.Seen,
        RegisterChange.OfStandingDecision { Version: var next } => !StandingDecisionTable.Follows(connection, next.Decision),
        RegisterChange.OfInbox { Request: var read } => InboxTable.VersionOf(connection, read.Handle) != read.Version,
        RegisterChange.OfProposal one => RegistryWriting.IsOvertaken(connection, one.Proposal),
        RegisterChange.OfVerdict one => RegistryWriting.IsOvertaken(connection, one.Proposal, one.Verdict),
        RegisterChange.OfLapse one => ProposalTable.IsDecided(connection, one.Proposal),
        var other => !RetentionWriting.StillHolds(shared, other) || !ControlWriting.StillHolds(shared, other)
            || !ReportStepWriting.StillHolds(shared, other),
    };

    /// <summary>Writes the change of an entry, if it has one.</summary>
    public void Write(PlacedEntry placed) => Write(placed, placed.Entry.Change);

    private void Write(PlacedEntry placed, RegisterChange? change)
    {
        var entry = placed.Entry;
        switch (change)
        {
            case RegisterChange.OfWishes wishes:
                foreach (var wish in wishes.Events)
                {
                    WishWriting.Append(connection, keys, IdentifierTable.Current(connection, entry.Asked), wish);
                }

                break;
            case RegisterChange.OfDisclosure { Disclosure: var row, With: var others }:
                DisclosureTable.Write(
                    connection, disclosures, IdentifierTable.Current(connection, entry.Asked), row, EntryPlace.Of(placed));
                foreach (var other in others)
                {
                    Write(placed, other);
                }

                break;
            case RegisterChange.OfAcknowledgement received:
                DisclosureTable.Acknowledge(connection, received);
                break;
            case RegisterChange.OfHandTask owed:
                WriteOwed(entry, owed);
                break;
            case RegisterChange.OfHandTaskClosing closed:
                HandTaskTable.End(connection, duties, closed);
                break;
            case RegisterChange.OfOrder { Order: var order }:
                OrderTable.Write(connection, duties, IdentifierTable.Current(connection, entry.Asked), order, entry.Row.Entry);
                break;
            case RegisterChange.OfOrderChange changed:
                OrderTable.Change(connection, duties, changed);
                break;
            case RegisterChange.OfStandingDecision { Version: var next }:
                StandingDecisionTable.Write(connection, next.Decision);
                StandingDecisionTable.WriteChange(connection, next with { Entry = entry.Row.Entry });
                break;
            case RegisterChange.OfInbox { Request: var read, Change: var next }:
                InboxTable.Change(connection, read.Handle, next, inbox.Answer(read, next));
                break;
            case RegisterChange.OfProposal one:
                ProposalTable.Write(connection, one.Proposal, entry.Row.Entry);
                break;
            case RegisterChange.OfVerdict one:
                RegistryWriting.Decide(connection, one.Proposal, one.Verdict, entry.Row.Entry);
                break;
            case RegisterChange.OfLapse one:
                ProposalTable.WriteLapse(connection, one, entry.Row.Entry);
                break;
            default:
                RetentionWriting.Write(shared, keys, change);
                ControlWriting.Write(shared, change);
                ReportStepWriting.Write(shared, keys, change, entry.Row.Entry);
                break;
        }
    }

    // What joins an open task is an asking of it, and no task of its own.
    private void WriteOwed(QueuedEntry entry, RegisterChange.OfHandTask owed)
    {
        if (owed.Asking?.Joined is null)
        {
            HandTaskTable.Write(connection, duties, IdentifierTable.Current(connection, entry.Asked), owed.Task, entry.Row.Entry);
        }

        HandTaskAskings.Write(shared, keys, owed, entry.Row.Entry);
    }
}
