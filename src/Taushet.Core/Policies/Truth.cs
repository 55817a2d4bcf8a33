namespace Taushet.Core.Policies;

/// <summary>Truth in three values (Kleene), ordered so that "and" is the least and "or" the greatest.</summary>
public enum Truth
{
    /// <summary>Known not to hold.</summary>
    False = 0,

    /// <summary>Not known.</summary>
    Unknown = 1,

    /// <summary>Known to hold.</summary>
    True = 2,
}

/// <summary>The connectives of three-valued truth.</summary>
public static class TruthExtensions
{
    // INVARIANT: not Unknown is Unknown.

    /// <summary>Not: swaps True and False, keeps Unknown.</summary>
    public static Truth Not(this Truth truth) => Truth.True - (int)truth;

    /// <summary>And: the least.</summary>
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    /// <summary>Or: the greatest.</summary>
    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;
}
