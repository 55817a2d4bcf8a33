namespace Taushet.Core.Vocabulary;

/// <summary>How certain the holder is that what is feared is or will be so. Ordered.</summary>
public enum Certainty
{
    /// <summary>A vague feeling or loose suspicion.</summary>
    [Code("vague")]
    Vague = 1,

    /// <summary>Reason to believe (grunn til å tro).</summary>
    [Code("reason-to-believe")]
    ReasonToBelieve = 2,

    /// <summary>Most likely (sikkert eller mest sannsynlig): more than half.</summary>
    [Code("most-likely")]
    MostLikely = 3,

    /// <summary>Certain.</summary>
    [Code("certain")]
    Certain = 4,
}
