using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>Which registration: a service of an organisation, or of a unit of it.</summary>
/// <param name="Organisation">Nine digits.</param>
/// <param name="Unit">Nine digits, or empty.</param>
/// <param name="Service">The service.</param>
public readonly record struct RegistrationKey(string Organisation, string Unit, Service Service);

/// <summary>A system that may act as a service: by the issuer of its token and a scope in it.</summary>
/// <param name="Issuer">The issuer's short name in the gateway's options.</param>
/// <param name="Scope">The scope.</param>
public sealed record RegisteredScope(string Issuer, string Scope);

/// <summary>What is to be registered for one period, in place of all that stands from its first day on.</summary>
/// <param name="Form">How the unit is organised.</param>
/// <param name="Name">The unit's name, for people.</param>
/// <param name="Telephone">Where a human answers.</param>
/// <param name="SourceAddress">Where its sector system answers, or null.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Integrations">Every system that may act as it.</param>
public sealed record RegistrationTerms(
    ServiceForm Form,
    string Name,
    string Telephone,
    Uri? SourceAddress,
    DateOnly From,
    DateOnly? To,
    ImmutableArray<RegisteredScope> Integrations);

/// <summary>Who proposes or decides.</summary>
/// <param name="Administrator">The person's id in the gateway's settings.</param>
/// <param name="Reference">How the token named the person.</param>
public sealed record RegistryActor(string Administrator, string Reference);

/// <summary>A proposed change of one registration.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">The registration.</param>
/// <param name="SeenVersion">How many changes of it had been confirmed when it was proposed.</param>
/// <param name="Terms">What is to be registered; null: it is to end.</param>
/// <param name="LastDay">The last day, when it is to end; otherwise null.</param>
/// <param name="Warnings">What the organisation registry said differently, in codes.</param>
/// <param name="By">Who proposes.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="ExpiresAt">When it lapses.</param>
public sealed record RegistryProposal(
    Guid Id,
    RegistrationKey Key,
    int SeenVersion,
    RegistrationTerms? Terms,
    DateOnly? LastDay,
    ImmutableArray<RegistryWarning> Warnings,
    RegistryActor By,
    string Reason,
    DateTimeOffset At,
    DateTimeOffset ExpiresAt);

/// <summary>What became of a proposal.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="At">When.</param>
/// <param name="Day">When confirmed: the first day of what is registered, or the last day of what ends.</param>
public sealed record RegistryVerdict(RegistryOutcome Outcome, RegistryActor By, string Reason, DateTimeOffset At, DateOnly Day);

/// <summary>That nobody decided a proposal in time, as it was noticed.</summary>
/// <param name="At">When it was noticed.</param>
/// <param name="Entry">The entry that tells of it.</param>
public sealed record StoredLapse(DateTimeOffset At, Guid Entry);

/// <summary>How a proposal was decided. Numbers are stored and never reused.</summary>
public enum RegistryOutcome
{
    /// <summary>Confirmed by another administrator.</summary>
    Confirmed = 1,

    /// <summary>Refused by another administrator.</summary>
    Refused = 2,

    /// <summary>Taken back by who proposed it.</summary>
    Withdrawn = 3,
}

/// <summary>What the organisation registry says differently. Numbers are stored and never reused.</summary>
public enum RegistryWarning
{
    /// <summary>No copy of the registry is here.</summary>
    NoRegistry = 1,

    /// <summary>The organisation is not in it.</summary>
    OrganisationUnknown = 2,

    /// <summary>The unit is not in it.</summary>
    UnitUnknown = 3,

    /// <summary>The organisation or the unit has been deleted.</summary>
    Deleted = 4,

    /// <summary>The organisation or the unit is bankrupt or being wound up.</summary>
    Bankrupt = 5,

    /// <summary>The unit does not belong to the organisation.</summary>
    OtherParent = 6,

    /// <summary>The unit's industry codes are those of another service.</summary>
    OtherIndustry = 7,

    /// <summary>The unit has another name.</summary>
    OtherName = 8,
}
