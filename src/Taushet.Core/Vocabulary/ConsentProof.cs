namespace Taushet.Core.Vocabulary;

/// <summary>What shows that a consent, objection or secrecy was given or withdrawn.</summary>
public enum ConsentProof
{
    /// <summary>A form signed on paper; the reference is to where it is kept.</summary>
    [Code("signed-form")]
    SignedForm = 1,

    /// <summary>A consent given in Altinn; the reference is its id.</summary>
    [Code("altinn-consent")]
    AltinnConsent = 2,

    /// <summary>Given orally and journalled; the reference is to the journal.</summary>
    [Code("journal")]
    Journal = 3,

    /// <summary>An electronic form of the recorder; the reference is its id.</summary>
    [Code("electronic-form")]
    ElectronicForm = 4,
}
