namespace Taushet.Core.Vocabulary;

/// <summary>What happened to a consent, objection or secrecy. Events are appended, never changed.</summary>
public enum ConsentEventKind
{
    /// <summary>One required giver gave it.</summary>
    [Code("given")]
    Given = 1,

    /// <summary>Confirmed or renewed.</summary>
    [Code("confirmed")]
    Confirmed = 2,

    /// <summary>Withdrawn: binds the next decision.</summary>
    [Code("withdrawn")]
    Withdrawn = 3,

    /// <summary>Its last day has passed.</summary>
    [Code("expired")]
    Expired = 4,

    /// <summary>Lapsed, on a birthday or a change of responsibility or care.</summary>
    [Code("lapsed")]
    Lapsed = 5,

    /// <summary>Another one, now complete, took its place.</summary>
    [Code("replaced")]
    Replaced = 6,
}
