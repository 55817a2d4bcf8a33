namespace Taushet.Core.Vocabulary;

/// <summary>Grading of the address in the person registry.</summary>
public enum Grading
{
    /// <summary>Not graded.</summary>
    [Code("ugradert")]
    Ungraded = 1,

    /// <summary>Client address.</summary>
    [Code("klientadresse")]
    ClientAddress = 2,

    /// <summary>Confidential (fortrolig, earlier code 7).</summary>
    [Code("fortrolig")]
    Confidential = 3,

    /// <summary>Strictly confidential (strengt fortrolig, earlier code 6).</summary>
    [Code("strengt-fortrolig")]
    StrictlyConfidential = 4,

    /// <summary>Strictly confidential, abroad.</summary>
    [Code("strengt-fortrolig-utland")]
    StrictlyConfidentialAbroad = 5,
}
