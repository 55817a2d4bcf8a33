using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>The rungs of the ladder that rules stand on, in the order of evaluation. The code is the name in the rule files.</summary>
public enum Step
{
    /// <summary>A duty: what the holder must give. Computed first and always.</summary>
    [Code("duty")]
    Duty = 1,

    /// <summary>A routing shield: what is owed travels by hand; what is not owed stays.</summary>
    [Code("routing-shield")]
    RoutingShield = 2,

    /// <summary>A soft shield: closes what no rule names; yields, for relevant entries, to the rules that name it.</summary>
    [Code("soft-shield")]
    SoftShield = 3,

    /// <summary>A limit on receivers bound by no confidentiality.</summary>
    [Code("recipient")]
    Recipient = 4,

    /// <summary>An asserted opening: the receiver may collect, or the holder may choose.</summary>
    [Code("opening")]
    Opening = 5,

    /// <summary>Consent or permission, inside its scope.</summary>
    [Code("consent")]
    Consent = 6,

    /// <summary>Anonymised form.</summary>
    [Code("anonymised")]
    Anonymised = 7,

    /// <summary>The holder's base of confidentiality: the default.</summary>
    [Code("base")]
    Base = 8,

    /// <summary>Why an asserted basis does not suffice.</summary>
    [Code("notice")]
    Notice = 9,

    /// <summary>Danger to the child: closes towards private receivers only.</summary>
    [Code("endangerment")]
    Endangerment = 10,

    /// <summary>Obligations that come with what is given.</summary>
    [Code("obligation")]
    Obligation = 11,
}
