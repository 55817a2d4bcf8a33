namespace Taushet.Core.Vocabulary;

/// <summary>How a consent was given.</summary>
public enum ConsentForm
{
    /// <summary>Signed on paper.</summary>
    [Code("written")]
    Written = 1,

    /// <summary>Recorded electronically by the person.</summary>
    [Code("electronic")]
    Electronic = 2,

    /// <summary>Oral, and journalled.</summary>
    [Code("oral")]
    OralJournalled = 3,
}
