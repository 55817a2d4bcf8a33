using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>Writes to the gateway's own registers: by import, by the demo and by tests. Every change raises the counter
/// of its subject or holder in the same transaction.</summary>
public interface IRegistrar
{
    /// <summary>Registers or replaces a participant.</summary>
    Task RegisterAsync(Participant participant, CancellationToken cancellation);

    /// <summary>Registers an integration, or another last day of it.</summary>
    Task RegisterAsync(Integration integration, CancellationToken cancellation);

    /// <summary>
    /// Imports rows of the person registry, and the time the feed speaks for. A store may take the rows in parts; the time comes
    /// with the last. An import that failed part-way may have stored rows, never the time: import it again.
    /// </summary>
    /// <exception cref="InvalidOperationException">The feed already speaks for a later time: nothing is stored.</exception>
    Task ImportAsync(IReadOnlyCollection<PersonRow> persons, DateTimeOffset asOf, CancellationToken cancellation);

    /// <summary>
    /// Registers that a person has got another number. What was registered under the former one belongs to the current one
    /// from then on, whichever of them is asked for; so does what the person registry says, unless the current one has its own.
    /// A number that has been replaced stays so.
    /// </summary>
    Task ReplaceNumberAsync(string former, string current, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Registers what barnevern says of a child's care, from a first day on; the same day is replaced.</summary>
    Task RegisterCareAsync(string nationalNumber, CareRow care, CancellationToken cancellation);

    /// <summary>
    /// Appends an event to a consent, an objection or a secrecy, without an entry: for imports, the demo and tests. The gateway
    /// records with an entry, through <see cref="IAuditStore.RecordAsync"/>. The first event carries its terms.
    /// </summary>
    /// <returns>The version after the event.</returns>
    /// <exception cref="VersionConflictException">Another event came first: nothing is stored.</exception>
    /// <exception cref="ArgumentException">The event lacks its giver or terms, or is about another subject or kind.</exception>
    Task<int> AppendWishAsync(WishEvent wish, CancellationToken cancellation);

    /// <summary>Records a standing decision of a holder organisation. A higher version replaces the one before.</summary>
    /// <exception cref="VersionConflictException">This version or a higher one is stored.</exception>
    Task RecordAsync(StandingDecisionRow decision, CancellationToken cancellation);
}

/// <summary>What the person registry says of one person. It stores no address and no name.</summary>
/// <param name="NationalNumber">Eleven digits; stored only as a keyed hash.</param>
/// <param name="BirthDate">Birth date as the registry states it, never derived from the number.</param>
/// <param name="Grading">Grading of the address; null when the registry does not say.</param>
/// <param name="Responsibility">Who has parental responsibility; null when the registry does not say.</param>
/// <param name="DeathDate">Date of death, or null.</param>
public sealed record PersonRow(
    string NationalNumber,
    DateOnly? BirthDate,
    Grading? Grading,
    ParentalResponsibility? Responsibility,
    DateOnly? DeathDate)
{
    /// <summary>The row as an event that tells all of it.</summary>
    /// <param name="asOf">When the registry said so.</param>
    public PersonEvent AsOf(DateTimeOffset asOf) => new()
    {
        Number = NationalNumber,
        AsOf = asOf,
        BirthDate = Told<DateOnly>.Of(BirthDate),
        Grading = Told<Grading>.Of(Grading),
        Responsibility = Told<ParentalResponsibility>.Of(Responsibility),
        DeathDate = Told<DateOnly>.Of(DeathDate),
    };
}

/// <summary>What barnevern registers of a child's care.</summary>
/// <param name="Situation">Who has the care.</param>
/// <param name="HiddenAddress">Whether the parents shall not know where the child is.</param>
/// <param name="ContactBan">Whether a contact ban is in force.</param>
/// <param name="From">First day.</param>
public sealed record CareRow(CareSituation Situation, bool HiddenAddress, bool ContactBan, DateOnly From);

/// <summary>One event on a consent, an objection or a secrecy. Events are appended and never changed.</summary>
/// <param name="Wish">The id of the consent, objection or secrecy.</param>
/// <param name="ExpectedVersion">The version the writer has seen; 0 for the first event.</param>
/// <param name="Subject">The child's national identity number; stored only as a keyed hash.</param>
/// <param name="Kind">What the record is.</param>
/// <param name="Event">What happened.</param>
/// <param name="Giver">Who did it, for GIVEN, CONFIRMED and WITHDRAWN.</param>
/// <param name="GiverNumber">The giver's national identity number, kept only under the giver's key; null for barnevern.</param>
/// <param name="At">When it happened.</param>
/// <param name="RecordedBy">The recorder's organisation and employee reference.</param>
/// <param name="EvidenceReference">Signed form, consent id elsewhere, or journal reference.</param>
/// <param name="Terms">The terms; required on the first event, null after.</param>
public sealed record WishEvent(
    Guid Wish,
    int ExpectedVersion,
    string Subject,
    WishKind Kind,
    ConsentEventKind Event,
    ConsentGiver? Giver,
    string? GiverNumber,
    DateTimeOffset At,
    string RecordedBy,
    string EvidenceReference,
    WishTerms? Terms)
{
    /// <summary>What kind of thing <see cref="EvidenceReference"/> leads to; null where it was not kept.</summary>
    public ConsentProof? Proof { get; init; }

    /// <summary>Version of the information text this giver read; empty for an event that gives nothing.</summary>
    public string TextVersion { get; init; } = string.Empty;

    /// <summary>The giver rule by which the consent is complete after this event; null when it is not, or none is asked for.</summary>
    public string? CompleteUnder { get; init; }
}

/// <summary>The terms of a consent, objection or secrecy, fixed by its first event.</summary>
/// <param name="Area">The area of law.</param>
/// <param name="Holders">The holders named; empty in an objection: every holder.</param>
/// <param name="Receivers">The receivers named; empty in an objection: every receiver.</param>
/// <param name="Cells">The cells named, categories widened.</param>
/// <param name="Purposes">The purposes named; empty in an objection.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Form">How it was given.</param>
/// <param name="InformationTextVersion">Version of the information text the giver read.</param>
/// <param name="ChildHeard">When the child was heard, or null.</param>
public sealed record WishTerms(
    ConsentArea Area,
    ImmutableArray<ConsentParty> Holders,
    ImmutableArray<ConsentParty> Receivers,
    CellSet Cells,
    MemberSet<Purpose> Purposes,
    DateOnly From,
    DateOnly To,
    ConsentForm Form,
    string InformationTextVersion,
    DateOnly? ChildHeard)
{
    /// <summary>What the child thought when it was heard; null when it was not, or that was not kept.</summary>
    public ChildView? ChildView { get; init; }

    /// <summary>The wish this one takes the place of once it is complete, or null.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Who recorded it: nine digits and the code of the service; empty where that was not kept.</summary>
    public string Recorder { get; init; } = string.Empty;
}

/// <summary>A holder organisation's standing decision.</summary>
/// <param name="Id">Its id.</param>
/// <param name="HolderOrganisation">Who decided: nine digits.</param>
/// <param name="Holder">The service of the holder.</param>
/// <param name="Fact">What was decided.</param>
/// <param name="DecidedBy">The organisation's reference to who decided.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record StandingDecisionRow(
    Guid Id,
    string HolderOrganisation,
    Service Holder,
    StandingDecisionFact Fact,
    string DecidedBy,
    DateOnly From,
    DateOnly To);
