using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>What besides the rule's own cells and necessity bounds what a rule opens.</summary>
public enum Scope
{
    /// <summary>Nothing more.</summary>
    [Code("none")]
    None,

    /// <summary>The cells the order of barnevern asks for.</summary>
    [Code("order")]
    Order,

    /// <summary>The cells another authority's order or request asks for.</summary>
    [Code("authority")]
    Authority,

    /// <summary>The cells of the expert's mandate.</summary>
    [Code("mandate")]
    Mandate,

    /// <summary>The cells of the consent under test.</summary>
    [Code("consent")]
    Consent,
}
