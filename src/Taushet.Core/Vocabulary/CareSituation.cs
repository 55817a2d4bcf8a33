namespace Taushet.Core.Vocabulary;

/// <summary>Who has the care of the child under bvl. Registered by barnevern.</summary>
public enum CareSituation
{
    /// <summary>With the parents, also with help measures at home.</summary>
    [Code("parents")]
    Parents = 1,

    /// <summary>Voluntary placement, bvl §§ 3-2, 3-3: the parents still consent.</summary>
    [Code("bvl-3-2")]
    VoluntaryPlacement = 2,

    /// <summary>Emergency care order, bvl § 4-2.</summary>
    [Code("bvl-4-2")]
    EmergencyOrder = 3,

    /// <summary>Moving ban, bvl § 4-3.</summary>
    [Code("bvl-4-3")]
    MovingBan = 4,

    /// <summary>Care order, bvl § 5-1.</summary>
    [Code("bvl-5-1")]
    CareOrder = 5,

    /// <summary>Parental responsibility removed, bvl § 5-8.</summary>
    [Code("bvl-5-8")]
    ResponsibilityRemoved = 6,

    /// <summary>Institution under bvl §§ 6-1, 6-2: the parents still consent.</summary>
    [Code("bvl-6")]
    BehaviourInstitution = 7,

    /// <summary>Unaccompanied minor in a care centre, bvl chapter 11.</summary>
    [Code("bvl-11")]
    CareCentre = 8,
}
