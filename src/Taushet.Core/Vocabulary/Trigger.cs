namespace Taushet.Core.Vocabulary;

/// <summary>The five triggers of the duty to report (bvl § 13-2).</summary>
public enum Trigger
{
    /// <summary>Maltreated, serious lack in daily care, or other serious neglect.</summary>
    [Code("a")]
    Maltreatment = 1,

    /// <summary>Life-threatening or serious illness or injury without examination or treatment.</summary>
    [Code("b")]
    UntreatedIllness = 2,

    /// <summary>Special need for treatment or education not met.</summary>
    [Code("c")]
    UnmetSpecialNeed = 3,

    /// <summary>Has put its development in serious danger by crimes, substance use or other markedly harmful acts.</summary>
    [Code("d")]
    OwnHarmfulActs = 4,

    /// <summary>Is or will be exploited in trafficking.</summary>
    [Code("e")]
    Trafficking = 5,
}
