namespace Taushet.Core.Vocabulary;

/// <summary>How a unit is organised, where the law depends on it. Registered with the participant, never claimed by the caller.</summary>
public enum ServiceForm
{
    /// <summary>Run by a municipality: a public body (forvaltningsorgan).</summary>
    [Code("municipal")]
    Municipal = 1,

    /// <summary>Run by a county: a public body.</summary>
    [Code("county")]
    County = 2,

    /// <summary>Run by the state: a public body.</summary>
    [Code("state")]
    State = 3,

    /// <summary>Privately run, also when publicly financed.</summary>
    [Code("private")]
    Private = 4,

    /// <summary>Care centre for unaccompanied minors under 15 (omsorgssenter).</summary>
    [Code("care-centre")]
    CareCentre = 5,

    /// <summary>Child welfare institution (barnevernsinstitusjon).</summary>
    [Code("institution")]
    Institution = 6,

    /// <summary>Foster home (fosterhjem).</summary>
    [Code("foster-home")]
    FosterHome = 7,

    /// <summary>Asylum reception centre (mottak).</summary>
    [Code("reception-centre")]
    ReceptionCentre = 8,

    /// <summary>Organised under hol, where the service may be organised in several ways.</summary>
    [Code("under-health-act")]
    UnderHealthAct = 9,

    /// <summary>Organised under sotjl, where the service may be organised in several ways.</summary>
    [Code("under-social-act")]
    UnderSocialAct = 10,
}
