using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.Unlawful;

/// <summary>Who must be told of an unlawful access, in which services, from what risk on, how soon, and by what law.</summary>
/// <param name="Id">Its id.</param>
/// <param name="To">Who.</param>
/// <param name="Services">Of entries that any of these services holds.</param>
/// <param name="From">From this risk on.</param>
/// <param name="Hours">How many hours after the holder learned of it; 0: at once, without undue delay.</param>
/// <param name="Citation">The law.</param>
public sealed record NoticeRule(string Id, NoticeTo To, ServiceSet Services, BreachRisk From, int Hours, string Citation);

/// <summary>On what ground the person's own view of an entry may be delayed, and how long at most.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Services">Of entries that any of these services holds.</param>
/// <param name="Days">How many days at most, from when it is placed.</param>
/// <param name="Citation">The law.</param>
public sealed record DelayGround(string Id, ServiceSet Services, int Days, string Citation);

/// <summary>Who must be told of an unlawful access. Numbers are stored and never reused.</summary>
public enum NoticeTo
{
    /// <summary>The child itself.</summary>
    [Code("child")]
    Child = 1,

    /// <summary>Those with parental responsibility.</summary>
    [Code("parents")]
    Parents = 2,

    /// <summary>Datatilsynet.</summary>
    [Code("data-protection-authority")]
    DataProtectionAuthority = 3,

    /// <summary>Statsforvalteren or Helsetilsynet.</summary>
    [Code("supervision")]
    Supervision = 4,
}

/// <summary>How likely an unlawful access is to harm the person's rights and freedoms. Numbers are stored and never reused.</summary>
public enum BreachRisk
{
    /// <summary>Unlikely.</summary>
    [Code("unlikely")]
    Unlikely = 1,

    /// <summary>Likely.</summary>
    [Code("likely")]
    Likely = 2,

    /// <summary>High.</summary>
    [Code("high")]
    High = 3,
}
