using Taushet.Core.Vocabulary;

namespace Taushet.Core.Requests;

/// <summary>What a party states in support of a basis. Each kind is a record of its own; all are optional.</summary>
/// <remarks>A value that is absent is unknown, which is never the same as false.</remarks>
public sealed record Evidence
{
    /// <summary>Nothing stated.</summary>
    public static Evidence None { get; } = new();

    /// <summary>An order of barnevern.</summary>
    public OrderEvidence? Order { get; init; }

    /// <summary>A concern that is reported.</summary>
    public ReportEvidence? Report { get; init; }

    /// <summary>A crime to be averted.</summary>
    public AvertEvidence? Avert { get; init; }

    /// <summary>An emergency or danger.</summary>
    public DangerEvidence? Danger { get; init; }

    /// <summary>Substance use in pregnancy: how likely damage is.</summary>
    public PregnancyEvidence? Pregnancy { get; init; }

    /// <summary>A decision of a named employee of the holder.</summary>
    public HolderDecision? HolderDecision { get; init; }

    /// <summary>Feedback due to a reporter.</summary>
    public FeedbackEvidence? Feedback { get; init; }

    /// <summary>An order or written request of another authority.</summary>
    public AuthorityOrderEvidence? AuthorityOrder { get; init; }

    /// <summary>An expert's mandate.</summary>
    public MandateEvidence? Mandate { get; init; }

    /// <summary>Facts for an information right.</summary>
    public InformationRightEvidence? InformationRight { get; init; }

    /// <summary>That a discussion does not identify.</summary>
    public AnonymityEvidence? Anonymity { get; init; }
}

/// <summary>A written order of barnevern (bvl § 13-4).</summary>
public sealed record OrderEvidence(
    EvidenceLevel Level,
    Known<OrderCase> CaseType,
    bool HasReference,
    bool HasNecessity,
    CellSet Scope,
    Known<bool> Written,
    Known<bool> AvoidsSeriousSituation);

/// <summary>What makes a holder report a concern (bvl § 13-2).</summary>
public sealed record ReportEvidence(
    Known<Trigger> Trigger,
    Known<Certainty> Certainty,
    Known<bool> AbuseSuspected,
    Known<bool> InformingEndangers,
    Known<bool> Acute);

/// <summary>What makes a holder try to avert a crime (strl § 196).</summary>
/// <param name="Crime">Section times ten plus paragraph: 2840 is § 284, 2622 is § 262 second.</param>
/// <param name="Certainty">How certain it is.</param>
/// <param name="StillPossible">Whether it can still be averted.</param>
/// <param name="VictimAge">The victim's age in years.</param>
/// <param name="AboutEqual">Whether those involved are about equal in age and development (§ 308).</param>
public sealed record AvertEvidence(
    Known<int> Crime,
    Known<Certainty> Certainty,
    Known<bool> StillPossible,
    Known<int> VictimAge,
    Known<bool> AboutEqual);

/// <summary>Serious harm or danger (hpl § 31, fvl § 13 b nr. 7).</summary>
public sealed record DangerEvidence(Known<bool> SeriousHarm, Known<bool> LifeOrHealth, Known<bool> StillPossible);

/// <summary>Substance use in pregnancy (hpl § 32 second and its parallels).</summary>
public sealed record PregnancyEvidence(Known<Certainty> DamageLikely);

/// <summary>A decision of a named employee of the holder to give these cells.</summary>
public sealed record HolderDecision(EvidenceLevel Level, CellSet Cells);

/// <summary>Feedback due to a reporter (bvl § 13-3).</summary>
public sealed record FeedbackEvidence(
    bool HasReference,
    Known<bool> ProfessionalReporter,
    Known<bool> InvestigationEnded,
    Known<bool> NeededForOwnFollowUp);

/// <summary>An order or written request of an authority other than barnevern.</summary>
public sealed record AuthorityOrderEvidence(
    EvidenceLevel Level,
    bool HasReference,
    Known<bool> StatesPurpose,
    Known<bool> StatesLegalBasis,
    Known<bool> StatesComplaint,
    Known<bool> Written,
    CellSet Scope);

/// <summary>An expert's mandate (hpl § 29 b).</summary>
public sealed record MandateEvidence(EvidenceLevel Level, bool HasReference, CellSet Scope);

/// <summary>Facts for an information right of parents or substitute carers.</summary>
public sealed record InformationRightEvidence(
    Known<bool> ChildDeclines,
    Known<bool> WeightyConsiderationsAgainst,
    Known<bool> NecessaryForResponsibility,
    Known<bool> CanHarm,
    Known<bool> ConfidentialTowardsParent);

/// <summary>That a discussion does not identify the child.</summary>
public sealed record AnonymityEvidence(Known<bool> CannotBeRecognised, Known<bool> KnownToReceiver);
