namespace Taushet.Core.Vocabulary;

/// <summary>In what capacity somebody consents.</summary>
public enum ConsentCapacity
{
    /// <summary>The person the information is about.</summary>
    [Code("self")]
    Self = 1,

    /// <summary>Parent with parental responsibility.</summary>
    [Code("parent")]
    ParentWithResponsibility = 2,

    /// <summary>Barnevern after bvl §§ 5-1, 4-2, 4-3.</summary>
    [Code("barnevern")]
    Barnevern = 3,

    /// <summary>Foster parents or institution where the child lives, with barnevern.</summary>
    [Code("foster")]
    FosterParentOrInstitution = 4,

    /// <summary>Appointed guardian (verge).</summary>
    [Code("guardian")]
    Guardian = 5,

    /// <summary>Representative of an unaccompanied minor (representant, utlendl § 98 d).</summary>
    [Code("representative")]
    Representative = 6,

    /// <summary>Nearest next of kin of an adult without competence (hpl § 22 second).</summary>
    [Code("next-of-kin")]
    NextOfKin = 7,
}
