namespace Taushet.Core.Vocabulary;

/// <summary>The area of law a consent or objection belongs to; it decides who may give it.</summary>
public enum ConsentArea
{
    /// <summary>General administrative area: 18.</summary>
    [Code("general")]
    General = 1,

    /// <summary>School matters: pupil alone from 15 (oppl § 24-5).</summary>
    [Code("school")]
    School = 2,

    /// <summary>Kindergarten and PPT under bhl: the parents.</summary>
    [Code("kindergarten")]
    Kindergarten = 3,

    /// <summary>Health: 16, with exceptions from 12 (pbrl §§ 4-3, 4-4).</summary>
    [Code("health")]
    Health = 4,

    /// <summary>Barnevern: party at 15 (bvl § 12-3).</summary>
    [Code("barnevern")]
    Barnevern = 5,

    /// <summary>Family counselling: 16 (fvkl § 6).</summary>
    [Code("family-counselling")]
    FamilyCounselling = 6,

    /// <summary>Konfliktråd: youth and guardians both (konfl § 22 c).</summary>
    [Code("youth-sanction")]
    YouthSanction = 7,

    /// <summary>NAV social services: 18.</summary>
    [Code("social-services")]
    SocialServices = 8,
}
