using System.Collections.Immutable;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Log;

/// <summary>What every store asks of a change before it queues.</summary>
internal static class ChangeCheck
{
    /// <summary>Checks what can be checked without the store.</summary>
    /// <exception cref="ArgumentException">The change is no change, or the versions were not read.</exception>
    public static void Require(RegisterChange change, FactVersions versions)
    {
        if (change is RegisterChange.OfProposal or RegisterChange.OfVerdict or RegisterChange.OfLapse)
        {
            // They bring the version they were judged by.
            return;
        }

        // What controllers do, and where a request in an inbox stands, hangs on what the transaction itself looks at; that something was
        // received, or given by hand, on nothing that could have been read.
        if (versions == FactVersions.NotRead && !HangsOnNothingRead(change))
        {
            throw new ArgumentException("A change is judged by what was read.", nameof(versions));
        }

        switch (change)
        {
            case RegisterChange.OfWishes wishes:
                Require(wishes.Events);
                break;
            case RegisterChange.OfAcknowledgement { Receipt.Length: 0 or > DisclosureRows.LongestReceipt }:
                throw new ArgumentException("A receipt is 1 to 64 bytes.", nameof(change));
            case RegisterChange.OfHandTask { Task.Cells.IsEmpty: true }:
                throw new ArgumentException("A task is about at least one cell.", nameof(change));
        }
    }

    private static void Require(ImmutableArray<WishEvent> events)
    {
        if (events.IsEmpty)
        {
            throw new ArgumentException("A change has at least one event.", nameof(events));
        }

        foreach (var wish in events)
        {
            WishEventCheck.Require(wish);
        }
    }

    /// <summary>Whether a change is the last of its transaction: an entry after it must not be stored under a key that it destroys.</summary>
    public static bool EndsBatch(RegisterChange? change) => change is RegisterChange.OfDestruction;

    /// <summary>Whether a change bears on whatever else its entry's holder is asked, about any child.</summary>
    public static bool IsOfHolder(RegisterChange? change) => change is RegisterChange.OfStandingDecision or RegisterChange.OfInbox;

    private static bool HangsOnNothingRead(RegisterChange change) => change
        is RegisterChange.OfAcknowledgement or RegisterChange.OfReportStep or RegisterChange.OfHandTaskClosing or RegisterChange.OfInbox
        or RegisterChange.OfHold or RegisterChange.OfHoldLifted or RegisterChange.OfDestructionOrder or RegisterChange.OfDestruction
        or RegisterChange.OfFlag or RegisterChange.OfNotice or RegisterChange.OfDelay or RegisterChange.OfDelayEnded;
}
