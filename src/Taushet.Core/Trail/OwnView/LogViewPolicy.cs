using System.Collections.Immutable;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.OwnView;

/// <summary>What the person's own view of the log shows, hides and delays: data, with its law.</summary>
public sealed record LogViewPolicy
{
    /// <summary>From what age a child sees its own log, by the services of an entry; the highest that applies counts.</summary>
    public required ImmutableArray<LogViewAge> Ages { get; init; }

    /// <summary>What is hidden for good or for a time.</summary>
    public required ImmutableArray<LogViewRule> Hidden { get; init; }

    /// <summary>Services whose employees are told by their reference; of all others the role and unit are.</summary>
    public required ServiceSet Named { get; init; }

    /// <summary>The age at which parents see no more, whatever else the law says.</summary>
    public required int ParentsUntil { get; init; }

    /// <summary>The age from which parents see nothing of these services.</summary>
    public required int ParentsUntilOwnConsent { get; init; }

    /// <summary>The services in which the young consent for themselves at that age.</summary>
    public required ServiceSet OwnConsent { get; init; }

    /// <summary>Whom an unlawful access must be told to.</summary>
    public ImmutableArray<NoticeRule> Notices { get; init; } = [];

    /// <summary>On what grounds a holder may delay the view of an entry.</summary>
    public ImmutableArray<DelayGround> Delays { get; init; } = [];
}

/// <summary>From what age a child sees what services have done.</summary>
/// <param name="Services">An entry of any of these.</param>
/// <param name="From">The age.</param>
/// <param name="Citation">The law.</param>
public sealed record LogViewAge(ServiceSet Services, int From, string Citation);

/// <summary>What is hidden, from whom, how long, and by what law.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Viewers">From whom.</param>
/// <param name="Services">Entries to which any of these is a party.</param>
/// <param name="Bases">Entries under any of these bases; empty: whatever the basis.</param>
/// <param name="Flows">Entries of these flows; empty: of any.</param>
/// <param name="Days">For how many days after the entry; null: for good.</param>
/// <param name="Citation">The law.</param>
public sealed record LogViewRule(
    string Id,
    ServiceSet Viewers,
    ServiceSet Services,
    MemberSet<Basis> Bases,
    MemberSet<Flow> Flows,
    int? Days,
    string Citation)
{
    /// <summary>Whether it hides an entry from a viewer at a time.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="invoked">Every basis that was named or stated.</param>
    /// <param name="viewer">The viewer.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public bool Hides(PublicPart entry, MemberSet<Basis> invoked, LogViewer viewer, long now)
    {
        const long MicrosecondsADay = 86_400_000_000;
        return Viewers.Contains(viewer.Capacity)
            && (Services.Contains(entry.Receiver.Service) || Services.Contains(entry.Holder.Service))
            && (Bases.IsEmpty || invoked.Meets(Bases))
            && (Flows.IsEmpty || Flows.Contains(entry.Flow))
            && (Days is not { } days || now - entry.TimeMicros < days * MicrosecondsADay);
    }
}
