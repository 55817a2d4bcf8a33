using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Requests;

/// <summary>What the registers say of the child, as read once for one decision. Every fact may be unknown.</summary>
public sealed record Facts
{
    /// <summary>Nothing is known: the facts of the public explanation, the same for every child.</summary>
    public static Facts None { get; } = new();

    /// <summary>Age in whole years on the law date.</summary>
    public Known<int> Age { get; init; }

    /// <summary>Whether the child is dead.</summary>
    public Known<bool> Dead { get; init; }

    /// <summary>Grading of the address; unknown also when the registry's feed is too old.</summary>
    public Known<Grading> Grading { get; init; }

    /// <summary>Who has the care under bvl; registered by barnevern.</summary>
    public Known<CareSituation> Care { get; init; }

    /// <summary>Whether the parents shall not know where the child is (skjult adresse, bvl § 7-2 third).</summary>
    public Known<bool> HiddenAddress { get; init; }

    /// <summary>Whether a contact ban is in force.</summary>
    public Known<bool> ContactBan { get; init; }

    /// <summary>Who has parental responsibility.</summary>
    public Known<ParentalResponsibility> Responsibility { get; init; }

    /// <summary>The recorded consents that are neither withdrawn nor past; unknown when they could not be read.</summary>
    public Known<ImmutableArray<ConsentFact>> Consents { get; init; }

    /// <summary>The recorded objections (hpl § 29) in force; unknown when they could not be read.</summary>
    public Known<ImmutableArray<ObjectionFact>> Objections { get; init; }

    /// <summary>What the child lawfully keeps from its guardians (pbrl § 3-4), in force; unknown when it could not be read.</summary>
    public Known<ImmutableArray<SecrecyFact>> Secrecies { get; init; }

    /// <summary>The holder's standing decisions in force towards the receiver; unknown when they could not be read.</summary>
    public Known<ImmutableArray<StandingDecisionFact>> StandingDecisions { get; init; }
}
