using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>How well a rule's law is established.</summary>
public enum Confidence
{
    /// <summary>Read in the consolidated statute text.</summary>
    [Code("V")]
    Verified,

    /// <summary>Read in the promulgated amending act, in force after the consolidated text's date.</summary>
    [Code("V-F")]
    VerifiedFuture,

    /// <summary>Verified in another public source.</summary>
    [Code("S")]
    Secondary,

    /// <summary>From memory, not checked: a doubt for a jurist.</summary>
    [Code("M")]
    Memory,

    /// <summary>Unsure: a doubt for a jurist.</summary>
    [Code("U")]
    Unsure,
}
