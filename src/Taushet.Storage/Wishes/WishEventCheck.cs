using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Wishes;

/// <summary>What every store asks of an event before it writes it.</summary>
internal static class WishEventCheck
{
    /// <summary>Checks what can be checked without the store.</summary>
    /// <exception cref="ArgumentException">The event lacks its giver or terms, or has one too many.</exception>
    public static void Require(WishEvent wish)
    {
        var byGiver = wish.Event switch
        {
            ConsentEventKind.Given or ConsentEventKind.Confirmed or ConsentEventKind.Withdrawn => true,
            ConsentEventKind.Expired or ConsentEventKind.Lapsed or ConsentEventKind.Replaced => false,
        };
        if (byGiver != wish.Giver is not null)
        {
            throw new ArgumentException("Given, confirmed and withdrawn need a giver; those that end it have none.", nameof(wish));
        }

        var first = wish.ExpectedVersion == 0;
        if (first != wish.Terms is not null || (first && wish.Event != ConsentEventKind.Given))
        {
            throw new ArgumentException("The first event gives the wish and carries its terms; no later one does.", nameof(wish));
        }
    }
}
