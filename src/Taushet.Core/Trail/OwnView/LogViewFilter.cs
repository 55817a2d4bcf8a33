using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.OwnView;

/// <summary>Which entries of a child's log its viewers see. Whatever is in doubt is hidden, and a hidden entry leaves no gap.</summary>
/// <remarks>
/// INVARIANT: a parent's log view never contains an entry whose data the parent would be refused.
/// What a line tells is itself data on the child: its cells, and that the child is known to both parties. The decider is asked for
/// all of it, once as the registers are today and once as they were when the entry was made, and both must give the whole.
/// </remarks>
public sealed class LogViewFilter(PolicySet law, LogViewPolicy policy)
{
    // Danger that was told then is danger still. What was decided or ordered for another receiver opens nothing here.
    private static Evidence DangersOf(Evidence evidence) => Evidence.None with
    {
        Report = evidence.Report,
        Avert = evidence.Avert,
        Danger = evidence.Danger,
    };

    /// <summary>Whether a viewer sees an entry.</summary>
    /// <param name="entry">Its public part.</param>
    /// <param name="snapshot">Request and facts of the decision; null when they cannot be read: then no parent sees it.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="now">What the registers say now towards the viewer.</param>
    public bool Shows(PublicPart entry, EntrySnapshot? snapshot, LogViewer viewer, LogViewMoment now)
    {
        var invoked = entry.Bases | (snapshot?.Request.Invoked ?? default);
        if (policy.Hidden.Any(rule => rule.Hides(entry, invoked, viewer, now.Micros)))
        {
            return false;
        }

        return viewer.IsChild ? IsOldEnough(entry, viewer)
            : viewer.IsParent && snapshot is not null && ShowsToParent(entry, snapshot, viewer, now);
    }

    /// <summary>Whether the employee of a party is told by reference.</summary>
    public bool Names(Service service) => policy.Named.Contains(service);

    private bool IsOldEnough(PublicPart entry, LogViewer viewer)
    {
        var from = policy.Ages
            .Where(age => age.Services.Contains(entry.Receiver.Service) || age.Services.Contains(entry.Holder.Service))
            .Select(age => age.From)
            .DefaultIfEmpty(int.MaxValue)
            .Max();
        return viewer.Age.IsKnown && viewer.Age.Value >= from;
    }

    private bool ShowsToParent(PublicPart entry, EntrySnapshot snapshot, LogViewer viewer, LogViewMoment now)
    {
        var own = policy.OwnConsent.Contains(entry.Receiver.Service) || policy.OwnConsent.Contains(entry.Holder.Service);
        if (entry.Kind != EntryKind.Request
            || !viewer.Age.IsKnown
            || viewer.Age.Value >= (own ? policy.ParentsUntilOwnConsent : policy.ParentsUntil))
        {
            return false;
        }

        var told = entry.Given.IsEmpty ? snapshot.Request.Needs.All : entry.Given;
        return !told.IsEmpty
            && Gives(entry.Holder, told | CellSet.Of(Cell.ClientRelation), snapshot, viewer, now)
            && Gives(entry.Receiver, CellSet.Of(Cell.ClientRelation), snapshot, viewer, now);
    }

    private bool Gives(PartyRef holder, CellSet cells, EntrySnapshot snapshot, LogViewer viewer, LogViewMoment now)
    {
        var request = new Request
        {
            Flow = Flow.Asked,
            Receiver = new PartyRef(string.Empty, string.Empty, viewer.Capacity, Known<ServiceForm>.Unknown),
            Holder = holder,
            Purpose = Purpose.ParentInformation,
            Needs = new NeedList([], cells),
            Asserted = MemberSet<Basis>.Of(Basis.ParentalInformation),
            Evidence = DangersOf(snapshot.Request.Evidence),
            LawDate = now.LawDate,
        };
        var today = now.FactsOf(holder);
        var then = today with
        {
            Grading = snapshot.Facts.Grading,
            HiddenAddress = snapshot.Facts.HiddenAddress,
            ContactBan = snapshot.Facts.ContactBan,
            Care = snapshot.Facts.Care,
            Responsibility = snapshot.Facts.Responsibility,
        };
        return GivesWhole(request, today, cells) && GivesWhole(request, then, cells);
    }

    // A line tells where the child is known, and of which units: what locates the child must be open as well.
    private bool GivesWhole(Request request, Facts facts, CellSet cells)
    {
        var decision = Decider.Decide(request, facts, law);
        return (decision.Released - decision.Relevant).Covers(cells) && !decision.ClosedTraits.Contains(Trait.LocatesChild);
    }
}

/// <summary>What a decision was made from, as the entry's sealed part keeps it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Facts">The facts.</param>
public sealed record EntrySnapshot(Request Request, Facts Facts)
{
    /// <summary>Reads a sealed part.</summary>
    /// <returns>Null when it is no decision, or of a form that this version does not know.</returns>
    public static EntrySnapshot? Of(SealedPart? part)
    {
        if (part is null || !part.Snapshot.StartsWith("snapshot.", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var (request, facts) = SnapshotText.Read(part.Snapshot);
            return new EntrySnapshot(request, facts);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>The moment of a view.</summary>
/// <param name="Micros">Now, microseconds since 1970 UTC.</param>
/// <param name="LawDate">Today in Oslo.</param>
/// <param name="FactsOf">What the registers say now, towards the viewer, when a party holds.</param>
public sealed record LogViewMoment(long Micros, DateOnly LawDate, Func<PartyRef, Facts> FactsOf);
