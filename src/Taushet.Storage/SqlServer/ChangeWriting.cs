using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Writes the changes that entries tell of, inside the entries' own transaction.</summary>
internal static class ChangeWriting
{
    /// <summary>Whether something that the change was judged by has come to be otherwise: then neither it nor its entry is stored.</summary>
    public static async Task<bool> IsOvertakenAsync(RegisterWrite write, RegisterChange? change)
    {
        switch (change)
        {
            case RegisterChange.OfProposal one:
                return await RegistryWriting.IsOvertakenAsync(write, one.Proposal).ConfigureAwait(false);
            case RegisterChange.OfVerdict one:
                return await RegistryWriting.IsOvertakenAsync(write, one.Proposal, one.Verdict).ConfigureAwait(false);
        }

        foreach (var wish in ChangeCheck.EventsOf(change))
        {
            if (await WishEventTable.VersionOfAsync(write, wish.Wish).ConfigureAwait(false) != wish.ExpectedVersion)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the change of an entry; nothing when it has none.</summary>
    public static async Task WriteAsync(RegisterWrite write, StoreKeys keys, QueuedEntry entry)
    {
        switch (entry.Change)
        {
            case RegisterChange.OfProposal one:
                await ProposalTable.WriteAsync(write, one.Proposal, entry.Row.Entry).ConfigureAwait(false);
                return;
            case RegisterChange.OfVerdict one:
                await RegistryWriting.DecideAsync(write, one.Proposal, one.Verdict, entry.Row.Entry).ConfigureAwait(false);
                return;
        }

        foreach (var wish in ChangeCheck.EventsOf(entry.Change))
        {
            var subject = await IdentifierTable.CurrentAsync(write, entry.Asked).ConfigureAwait(false);
            await WishWriting.AppendAsync(write, keys, subject, wish).ConfigureAwait(false);
        }
    }
}
