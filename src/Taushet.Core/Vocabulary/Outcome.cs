namespace Taushet.Core.Vocabulary;

/// <summary>What the law says of one cell.</summary>
public enum Outcome
{
    /// <summary>The holder has a duty to give it.</summary>
    [Code("MUST")]
    Must = 1,

    /// <summary>The receiver may collect it, or the person has consented: released.</summary>
    [Code("MAY_ON_REQUEST")]
    MayOnRequest = 2,

    /// <summary>The holder's right: released only under a recorded decision of the holder.</summary>
    [Code("MAY_BY_HOLDER")]
    MayByHolder = 3,

    /// <summary>Not given. The default.</summary>
    [Code("WITHHOLD")]
    Withhold = 4,

    /// <summary>A named human at the holder must answer; the machine does not.</summary>
    [Code("ROUTE_TO_HUMAN")]
    RouteToHuman = 5,
}
