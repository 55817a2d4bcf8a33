using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>Who must have given a consent for it to be complete.</summary>
public enum GiverRequirement
{
    /// <summary>The person itself.</summary>
    [Code("self")]
    Self,

    /// <summary>Both parents with responsibility.</summary>
    [Code("both-parents")]
    BothParents,

    /// <summary>One parent with responsibility.</summary>
    [Code("one-parent")]
    OneParent,

    /// <summary>The parent the child lives permanently with.</summary>
    [Code("home-parent")]
    HomeParent,

    /// <summary>Barnevern and the foster parents or institution where the child lives.</summary>
    [Code("barnevern-and-carer")]
    BarnevernAndCarer,

    /// <summary>Barnevern alone.</summary>
    [Code("barnevern")]
    Barnevern,

    /// <summary>The appointed guardian (verge).</summary>
    [Code("guardian")]
    Guardian,

    /// <summary>The representative of an unaccompanied minor.</summary>
    [Code("representative")]
    Representative,

    /// <summary>The person itself and both parents with responsibility.</summary>
    [Code("self-and-both-parents")]
    SelfAndBothParents,

    /// <summary>The person itself and one parent with responsibility.</summary>
    [Code("self-and-one-parent")]
    SelfAndOneParent,

    /// <summary>The person itself and the appointed guardian (verge).</summary>
    [Code("self-and-guardian")]
    SelfAndGuardian,

    /// <summary>The person itself and the representative of an unaccompanied minor.</summary>
    [Code("self-and-representative")]
    SelfAndRepresentative,

    /// <summary>The person itself and barnevern.</summary>
    [Code("self-and-barnevern")]
    SelfAndBarnevern,

    /// <summary>The nearest next of kin of an adult who lacks competence; the capacity is recorded only where that is established.</summary>
    [Code("next-of-kin")]
    NextOfKin,
}
