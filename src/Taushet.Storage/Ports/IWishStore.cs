using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Ports;

/// <summary>Reads consents, objections and secrecies with their whole history. Decisions read facts instead.</summary>
public interface IWishStore
{
    /// <summary>Every wish of a subject, past ones too, oldest first.</summary>
    /// <returns>None for an unknown subject; null when the store could not be read.</returns>
    ValueTask<ImmutableArray<WishRecord>?> OfSubjectAsync(SubjectKey subject, CancellationToken cancellation);

    /// <summary>What a wish would be after one more event, which is not stored: for judging it before it is.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<WishRecord?> AfterAsync(WishRecord before, WishEvent next, CancellationToken cancellation);

    /// <summary>Wishes that no event has ended, in order of id.</summary>
    /// <param name="recorder">Only those of this recorder, as their terms keep it; null for all.</param>
    /// <param name="after">The last id of the page before; empty for the first.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>A page, shorter than <paramref name="count"/> at the end; null when the store could not be read.</returns>
    ValueTask<ImmutableArray<OpenWish>?> OpenAsync(string? recorder, Guid after, int count, CancellationToken cancellation);
}

/// <summary>A wish that no event has ended.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Whose it is, as the store knows it.</param>
public readonly record struct OpenWish(Guid Id, SubjectKey Subject);

/// <summary>A consent, objection or secrecy with its history.</summary>
public sealed record WishRecord
{
    internal WishRecord(WishHistory history) => History = history;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public required WishKind Kind { get; init; }

    /// <summary>Its terms.</summary>
    public required WishTerms Terms { get; init; }

    /// <summary>Its events, in order; never empty.</summary>
    public required ImmutableArray<WishRecordEvent> Events { get; init; }

    /// <summary>Who stands by it: has given it and not withdrawn.</summary>
    public ImmutableArray<ConsentGiver> Givers => History.Standing;

    private WishHistory History { get; init; }

    /// <summary>What the first event of a wish, which is not stored yet, makes of it.</summary>
    /// <exception cref="ArgumentException">It is no first event.</exception>
    public static WishRecord Of(WishEvent first)
    {
        WishEventCheck.Require(first);
        var empty = new WishRecord(new WishHistory(first.Kind))
        {
            Id = first.Wish,
            Kind = first.Kind,
            Terms = first.Terms ?? throw new ArgumentException("It is no first event.", nameof(first)),
            Events = [],
        };
        return empty.After(first, mark: string.Empty);
    }

    /// <summary>The same, with the giver rule by which a consent is complete after its last event.</summary>
    public WishRecord WithLastComplete(string? under) =>
        this with { Events = Events.SetItem(Events.Length - 1, Events[^1] with { CompleteUnder = under }) };

    internal WishRecord After(WishEvent next, string mark)
    {
        var history = History.Copy();
        history.Take(next.Event, new WishGiver(next.Giver?.Capacity, mark), next.Giver);
        return this with
        {
            History = history,
            Events = Events.Add(new WishRecordEvent(
                next.Event,
                next.Giver,
                next.At,
                next.RecordedBy,
                next.Proof,
                next.EvidenceReference,
                next.TextVersion,
                next.CompleteUnder)),
        };
    }

    /// <summary>The number of events.</summary>
    public int Version => Events.Length;

    /// <summary>The event that ended it for good, or null.</summary>
    public ConsentEventKind? Ended => Events
        .Where(one => one.Event is ConsentEventKind.Expired or ConsentEventKind.Lapsed or ConsentEventKind.Replaced)
        .Select(one => (ConsentEventKind?)one.Event)
        .FirstOrDefault();

    /// <summary>The consent as a decision would read it, with what its history tells.</summary>
    public ConsentState State => new(
        new ConsentFact
        {
            Id = Id,
            Version = Version,
            Area = Terms.Area,
            Givers = Givers,
            Holders = Terms.Holders,
            Receivers = Terms.Receivers,
            Purposes = Terms.Purposes,
            Cells = Terms.Cells,
            From = Terms.From,
            To = Terms.To,
            ChildHeard = Terms.ChildHeard is not null,
            ChildAgainst = Terms.ChildView == ChildView.Against,
        },
        Ended,
        WasComplete: Events[^1].CompleteUnder is not null);
}

/// <summary>One event of a wish as it is stored. Who gave it stays under the giver's own key.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Giver">In what capacity the giver acted; null for what ends a wish.</param>
/// <param name="At">When.</param>
/// <param name="RecordedBy">The recorder's organisation and employee reference.</param>
/// <param name="Proof">What kind of thing the reference leads to, or null.</param>
/// <param name="EvidenceReference">The reference.</param>
/// <param name="TextVersion">Version of the information text.</param>
/// <param name="CompleteUnder">The giver rule by which a consent was complete after it, or null.</param>
public sealed record WishRecordEvent(
    ConsentEventKind Event,
    ConsentGiver? Giver,
    DateTimeOffset At,
    string RecordedBy,
    ConsentProof? Proof,
    string EvidenceReference,
    string TextVersion,
    string? CompleteUnder);
