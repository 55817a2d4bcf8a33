using System.Collections.Immutable;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>
/// What holders' controllers have said of entries: flags with their notices, and delays of the person's own view. Changes are made
/// together with the entry that tells of them: <see cref="IAuditStore.RecordAsync"/>.
/// </summary>
public interface ILogControl
{
    /// <summary>Flags of a holder's service, the newest first.</summary>
    Task<ImmutableArray<EntryFlag>> FlagsAsync(FlagQuery query, CancellationToken cancellation);

    /// <summary>One flag; null when there is none.</summary>
    Task<EntryFlag?> FindFlagAsync(Guid id, CancellationToken cancellation);

    /// <summary>Those of some entries that have been flagged.</summary>
    Task<IReadOnlySet<EntryAt>> FlaggedAsync(IReadOnlyCollection<EntryAt> entries, CancellationToken cancellation);

    /// <summary>Those of some entries whose view is delayed at a time.</summary>
    Task<IReadOnlySet<EntryAt>> DelayedAsync(IReadOnlyCollection<EntryAt> entries, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>One delay, ended or not; null when there is none.</summary>
    Task<ViewDelay?> FindDelayAsync(Guid id, CancellationToken cancellation);
}

/// <summary>An entry by its place.</summary>
/// <param name="Log">The log.</param>
/// <param name="Index">The place in it.</param>
public readonly record struct EntryAt(Guid Log, long Index);

/// <summary>Which flags to list.</summary>
/// <param name="Holder">The holder's organisation.</param>
/// <param name="Service">Its service.</param>
/// <param name="OnlyDue">Only those with a notice that is due and not given.</param>
/// <param name="Count">How many at most.</param>
public sealed record FlagQuery(string Holder, Service Service, bool OnlyDue, int Count);

/// <summary>An access that its holder has found unlawful.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Holder">The holder's organisation.</param>
/// <param name="Service">Its service.</param>
/// <param name="Reason">Why.</param>
/// <param name="Risk">How likely harm is.</param>
/// <param name="KnownAt">When the holder learned of it.</param>
/// <param name="FlaggedBy">Who flagged it.</param>
/// <param name="FlaggedAt">When.</param>
/// <param name="Notices">What it must lead to.</param>
public sealed record EntryFlag(
    Guid Id,
    EntryAt Entry,
    string Holder,
    Service Service,
    string Reason,
    BreachRisk Risk,
    DateTimeOffset KnownAt,
    string FlaggedBy,
    DateTimeOffset FlaggedAt,
    ImmutableArray<FlagNotice> Notices);

/// <summary>A notice that a flag must lead to.</summary>
/// <param name="To">Who must be told.</param>
/// <param name="Citation">By what law.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="Withheld">That it must not be given now.</param>
/// <param name="Given">That it was given; null while it is due.</param>
public sealed record FlagNotice(NoticeTo To, string Citation, DateTimeOffset DueAt, bool Withheld, NoticeGiven? Given);

/// <summary>A notice that was given.</summary>
/// <param name="By">Who gave it.</param>
/// <param name="At">When.</param>
/// <param name="Reference">The holder's reference of it.</param>
public sealed record NoticeGiven(string By, DateTimeOffset At, string Reference);

/// <summary>A delay of the person's own view of an entry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Holder">The holder's organisation.</param>
/// <param name="Service">Its service.</param>
/// <param name="Ground">The ground's id.</param>
/// <param name="Citation">The law.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Until when.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="EndedAt">When it was ended before its time; null otherwise.</param>
public sealed record ViewDelay(
    Guid Id,
    EntryAt Entry,
    string Holder,
    Service Service,
    string Ground,
    string Citation,
    string Reason,
    DateTimeOffset Until,
    string PlacedBy,
    DateTimeOffset PlacedAt,
    DateTimeOffset? EndedAt = null);
