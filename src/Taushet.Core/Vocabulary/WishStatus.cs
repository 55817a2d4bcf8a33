namespace Taushet.Core.Vocabulary;

/// <summary>Where a consent, objection or secrecy stands on a date. Computed from its events, the facts and the law each time.</summary>
public enum WishStatus
{
    /// <summary>Not everyone who must give it has: it opens nothing.</summary>
    [Code("draft")]
    Draft = 1,

    /// <summary>Given by all who must, and inside its period.</summary>
    [Code("in-force")]
    InForce = 2,

    /// <summary>Given by all who must; its first day lies ahead.</summary>
    [Code("not-yet")]
    NotYet = 3,

    /// <summary>The child was not heard though it must be, or is against it from 12: a human must see to it.</summary>
    [Code("defective")]
    Defective = 4,

    /// <summary>Its last day has passed.</summary>
    [Code("expired")]
    Expired = 5,

    /// <summary>Who must give it has changed since it was given: a birthday, parental responsibility or care.</summary>
    [Code("lapsed")]
    Lapsed = 6,

    /// <summary>Nobody stands by it any longer.</summary>
    [Code("withdrawn")]
    Withdrawn = 7,

    /// <summary>Another one took its place.</summary>
    [Code("replaced")]
    Replaced = 8,
}
