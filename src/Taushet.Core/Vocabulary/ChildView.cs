namespace Taushet.Core.Vocabulary;

/// <summary>What the child thought when it was heard.</summary>
public enum ChildView
{
    /// <summary>It agrees.</summary>
    [Code("agrees")]
    Agrees = 1,

    /// <summary>It is against it. From 12 a human must weigh that (bl § 31, pbrl § 4-4).</summary>
    [Code("against")]
    Against = 2,

    /// <summary>It was heard and took no side.</summary>
    [Code("undecided")]
    Undecided = 3,

    /// <summary>It was offered to speak and did not wish to.</summary>
    [Code("no-wish")]
    NoWish = 4,
}
