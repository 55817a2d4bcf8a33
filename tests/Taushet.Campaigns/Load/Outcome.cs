namespace Taushet.Campaigns.Load;

/// <summary>What became of a call, as its caller sees it.</summary>
internal enum Outcome
{
    /// <summary>Answered, with information.</summary>
    WithData,

    /// <summary>Answered, without any: the source did not answer, say.</summary>
    WithoutData,

    /// <summary>The gateway refused it: UNAVAILABLE.</summary>
    Unavailable,

    /// <summary>The gateway's queue was full: RESOURCE_EXHAUSTED.</summary>
    Full,

    /// <summary>DEADLINE_EXCEEDED.</summary>
    TooLate,

    /// <summary>The connection could not be made, or broke.</summary>
    NoConnection,

    /// <summary>Anything else: a fault of the gateway, since no call of a campaign is malformed.</summary>
    Other,
}
