namespace Taushet.Core.Vocabulary;

/// <summary>Why one field of brought content is not delivered, or one permitted cell is not in the answer.</summary>
public enum ReasonCode
{
    /// <summary>No rule gives it.</summary>
    [Code("not-permitted")]
    NotPermitted = 1,

    /// <summary>Permitted, but the source could not answer now; may be asked again.</summary>
    [Code("not-now")]
    NotNow = 2,

    /// <summary>Owed, and given by a human.</summary>
    [Code("by-hand")]
    ByHand = 3,

    /// <summary>Not stated or not accepted as necessary.</summary>
    [Code("not-necessary")]
    NotNecessary = 4,

    /// <summary>The entry's label closes it.</summary>
    [Code("label-closes")]
    LabelCloses = 5,
}
