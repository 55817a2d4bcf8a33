namespace Taushet.Core.Vocabulary;

/// <summary>What the holder marks on an entry. Labels only narrow.</summary>
public enum Label
{
    /// <summary>Relevant for the stated need; without it a RELEVANT extent gives nothing.</summary>
    [Code("relevant")]
    Relevant = 1,

    /// <summary>Concerns another person.</summary>
    [Code("concerns-other")]
    ConcernsOtherPerson = 2,

    /// <summary>Lawfully kept from the guardians; the label goes with the entry.</summary>
    [Code("closed-to-guardians")]
    WithheldFromGuardians = 3,

    /// <summary>Told in confidence.</summary>
    [Code("in-confidence")]
    ToldInConfidence = 4,

    /// <summary>Unverified; never a reason to leave out, always told.</summary>
    [Code("unverified")]
    Unverified = 5,

    /// <summary>Internal draft or working assessment.</summary>
    [Code("draft")]
    InternalDraft = 6,

    /// <summary>Holds nothing that locates the child.</summary>
    [Code("free-of-location")]
    FreeOfLocation = 7,
}
