using Taushet.Core.Vocabulary;

namespace Taushet.Core.Duties;

/// <summary>What barnevern has done with a report of concern. Numbers are stored and never reused.</summary>
public enum ReportStep
{
    /// <summary>An investigation was opened (bvl § 2-2).</summary>
    [Code("investigation-opened")]
    InvestigationOpened = 1,

    /// <summary>The report was put aside without an investigation (bvl § 2-1).</summary>
    [Code("investigation-not-opened")]
    InvestigationNotOpened = 2,

    /// <summary>The investigation is a special case that may take up to six months (bvl § 2-2).</summary>
    [Code("investigation-extended")]
    InvestigationExtended = 3,

    /// <summary>The investigation ended.</summary>
    [Code("investigation-ended")]
    InvestigationEnded = 4,

    /// <summary>The reporter has been told whether the child is followed up (bvl § 13-3). No barnevern records it: a feedback does.</summary>
    [Code("follow-up-told")]
    FollowUpTold = 5,
}
