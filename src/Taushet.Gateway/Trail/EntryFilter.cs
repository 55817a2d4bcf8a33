using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Trail;

/// <summary>What entries are looked for. What is empty is met by every entry.</summary>
internal sealed record EntryFilter
{
    private static readonly MemberSet<Basis> Emergencies = MemberSet<Basis>.Of(
        Basis.EmergencyNotice,
        Basis.DutyToAvert,
        Basis.DangerToLifeOrHealth,
        Basis.Necessity);

    public required LogReaderParty Reader { get; init; }

    public SubjectKey? Child { get; init; }

    public string Person { get; init; } = string.Empty;

    public string PersonOrganisation { get; init; } = string.Empty;

    public string OtherOrganisation { get; init; } = string.Empty;

    public Known<Service> OtherService { get; init; }

    public IReadOnlySet<Purpose> Purposes { get; init; } = new HashSet<Purpose>();

    public MemberSet<Basis> Bases { get; init; }

    public bool Emergency { get; init; }

    public bool? Given { get; init; }

    public CellSet Cells { get; init; }

    public IReadOnlySet<EntryKind> Kinds { get; init; } = new HashSet<EntryKind>();

    public long From { get; init; }

    public long To { get; init; } = long.MaxValue;

    public Guid? Request { get; init; }

    public string Case { get; init; } = string.Empty;

    public string Rule { get; init; } = string.Empty;

    public MemberSet<Outcome> Outcomes { get; init; }

    public IndexedMarks Marks { get; init; }

    /// <summary>Whether it asks for something that only a holder's auditors may know.</summary>
    public bool AsksForReasons => Rule.Length > 0 || !Outcomes.IsEmpty || Marks != IndexedMarks.None;

    /// <summary>Whether an entry is one of those looked for.</summary>
    /// <remarks>
    /// INVARIANT: what is asked of an entry's reasons finds only entries that the reader's party holds: otherwise a search would
    /// tell of a shield by what it finds.
    /// </remarks>
    public bool Matches(IndexedEntry entry)
    {
        var part = entry.Public;
        return Reader.IsPartyTo(part)
            && (!AsksForReasons || (Reader.Holds(part) && MatchesReasons(entry.Details)))
            && MatchesParties(part, entry.Details)
            && (Purposes.Count == 0 || (part.Purpose.IsKnown && Purposes.Contains(part.Purpose.Value)))
            && (Bases.IsEmpty || part.Bases.Meets(Bases))
            && (!Emergency || part.Bases.Meets(Emergencies))
            && (Given is not { } given || given != part.Given.IsEmpty)
            && (Cells.IsEmpty || part.Given.Meets(Cells))
            && (Kinds.Count == 0 || Kinds.Contains(part.Kind))
            && (Request is not { } request || part.RequestId == request);
    }

    private bool MatchesReasons(IndexedDetails details) =>
        (Rule.Length == 0 || details.Rules.Contains(Rule, StringComparer.Ordinal))
        && (Outcomes.IsEmpty || details.Outcomes.Meets(Outcomes))
        && details.Marks.HasFlag(Marks);

    private bool MatchesParties(PublicPart part, IndexedDetails details)
    {
        var acting = EntryParties.Acting(part).Organisation;
        var other = Reader.OtherOf(part);
        return (OtherOrganisation.Length == 0 || string.Equals(other.Organisation, OtherOrganisation, StringComparison.Ordinal))
            && (!OtherService.IsKnown || other.Service == OtherService.Value)
            && (Person.Length == 0 || (string.Equals(details.Person, Person, StringComparison.Ordinal)
                && string.Equals(acting, PersonOrganisation, StringComparison.Ordinal)))
            && (Case.Length == 0 || (string.Equals(details.Case, Case, StringComparison.Ordinal)
                && string.Equals(acting, Reader.Party.Organisation, StringComparison.Ordinal)));
    }
}
