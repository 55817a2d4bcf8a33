namespace Taushet.Core.Vocabulary;

/// <summary>How much of a cell an outcome covers.</summary>
public enum Extent
{
    /// <summary>Everything in the cell.</summary>
    [Code("all")]
    All = 1,

    /// <summary>Only entries the holder has labelled relevant for the stated need.</summary>
    [Code("relevant")]
    Relevant = 2,
}
