namespace Taushet.Policies.Faults;

/// <summary>What can be wrong in a policy folder or a case file. A test holds one broken file for each.</summary>
public enum FaultKind
{
    /// <summary>A folder or file is missing or cannot be read.</summary>
    Unreadable,

    /// <summary>The text is not YAML, or names a key twice.</summary>
    Syntax,

    /// <summary>A key that the place does not know.</summary>
    UnknownKey,

    /// <summary>A key that the place needs.</summary>
    MissingKey,

    /// <summary>A list where a mapping is wanted, or the like.</summary>
    WrongShape,

    /// <summary>A word that the vocabulary does not have.</summary>
    UnknownCode,

    /// <summary>A text is empty.</summary>
    EmptyText,

    /// <summary>A date, number or yes and no that does not read.</summary>
    BadValue,

    /// <summary>An id used twice.</summary>
    DuplicateId,

    /// <summary>A citation of an act that acts.yaml does not have.</summary>
    UnknownAct,

    /// <summary>The last day comes before the first.</summary>
    DateOrder,

    /// <summary>A rule stands in the file of another act.</summary>
    FileOfAct,

    /// <summary>A set that must have a member has none.</summary>
    EmptySet,

    /// <summary>A fact is tested in a way its type does not allow.</summary>
    SlotType,

    /// <summary>A duty without exactly one purpose.</summary>
    DutyPurpose,

    /// <summary>A cell stands both in full and as relevant only.</summary>
    CellTwice,

    /// <summary>A softly shielded cell is opened in full.</summary>
    SoftlyShieldedCell,

    /// <summary>An always necessary cell is not opened by the rule.</summary>
    AlwaysNotOpened,

    /// <summary>An own-initiative duty in a pull.</summary>
    OwnInitiativeFlow,

    /// <summary>An opening without basis or without purpose.</summary>
    OpeningWithoutBasis,

    /// <summary>An outcome that the step cannot have.</summary>
    OutcomeOfStep,

    /// <summary>A field that means nothing on the step.</summary>
    FieldOfStep,

    /// <summary>purposes.yaml does not say what the rule's purpose of the rule's receiver can need.</summary>
    PurposeMissing,

    /// <summary>A refusal that tells no way on.</summary>
    RoutesMissing,

    /// <summary>A rule id that no rule has.</summary>
    UnknownRule,

    /// <summary>A case that builds on a case that is not above it.</summary>
    UnknownCase,
}
