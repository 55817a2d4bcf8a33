namespace Taushet.Core.Vocabulary;

/// <summary>Who has parental responsibility (foreldreansvar), with where the child lives when it decides who consents.</summary>
public enum ParentalResponsibility
{
    /// <summary>Joint; parents live together or the child lives with both.</summary>
    [Code("joint-together")]
    JointTogether = 1,

    /// <summary>Joint; the child lives permanently with one.</summary>
    [Code("joint-one-home")]
    JointOneHome = 2,

    /// <summary>One parent alone.</summary>
    [Code("sole")]
    Sole = 3,

    /// <summary>One alone after the other's death.</summary>
    [Code("survivor")]
    Survivor = 4,

    /// <summary>Others than the parents, such as a guardian (verge).</summary>
    [Code("others")]
    Others = 5,
}
