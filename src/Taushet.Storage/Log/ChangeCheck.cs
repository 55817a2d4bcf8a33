using System.Collections.Immutable;
using Taushet.Storage.Ports;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Log;

/// <summary>What every store asks of a change before it queues.</summary>
internal static class ChangeCheck
{
    /// <summary>Checks what can be checked without the store.</summary>
    /// <exception cref="ArgumentException">The change is no change, or the versions were not read.</exception>
    public static void Require(RegisterChange change, FactVersions versions)
    {
        if (change is RegisterChange.OfProposal or RegisterChange.OfVerdict)
        {
            // They bring the version they were judged by.
            return;
        }

        if (versions == FactVersions.NotRead)
        {
            throw new ArgumentException("A change is judged by what was read.", nameof(versions));
        }

        var events = EventsOf(change);
        if (events.IsEmpty)
        {
            throw new ArgumentException("A change has at least one event.", nameof(change));
        }

        foreach (var wish in events)
        {
            WishEventCheck.Require(wish);
        }
    }

    /// <summary>The events of a change; none of none.</summary>
    public static ImmutableArray<WishEvent> EventsOf(RegisterChange? change) => change switch
    {
        RegisterChange.OfWishes wishes => wishes.Events,
        _ => [],
    };
}
