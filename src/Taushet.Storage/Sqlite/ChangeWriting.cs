using Microsoft.Data.Sqlite;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Writes the changes that entries tell of, inside the entries' own transaction.</summary>
internal static class ChangeWriting
{
    /// <summary>Whether something that the change was judged by has come to be otherwise: then neither it nor its entry is stored.</summary>
    public static bool IsOvertaken(SqliteConnection connection, RegisterChange? change) => change switch
    {
        RegisterChange.OfProposal one => RegistryWriting.IsOvertaken(connection, one.Proposal),
        RegisterChange.OfVerdict one => RegistryWriting.IsOvertaken(connection, one.Proposal, one.Verdict),
        _ => ChangeCheck.EventsOf(change).Any(wish => WishEventTable.VersionOf(connection, wish.Wish) != wish.ExpectedVersion),
    };

    /// <summary>Writes the change of an entry; nothing when it has none.</summary>
    public static void Write(SqliteConnection connection, StoreKeys keys, QueuedEntry entry)
    {
        switch (entry.Change)
        {
            case RegisterChange.OfProposal one:
                ProposalTable.Write(connection, one.Proposal, entry.Row.Entry);
                break;
            case RegisterChange.OfVerdict one:
                RegistryWriting.Decide(connection, one.Proposal, one.Verdict, entry.Row.Entry);
                break;
            default:
                foreach (var wish in ChangeCheck.EventsOf(entry.Change))
                {
                    WishWriting.Append(connection, keys, IdentifierTable.Current(connection, entry.Asked), wish);
                }

                break;
        }
    }
}
