namespace Taushet.Core.Vocabulary;

/// <summary>Why a listed cell is needed: the requester's, or in a push the sender's, own statement of necessity.</summary>
public enum Need
{
    /// <summary>To know which child it is.</summary>
    [Code("identify")]
    Identify = 1,

    /// <summary>In a report or warning: describes the concern or what is about to happen.</summary>
    [Code("concern")]
    DescribeConcern = 2,

    /// <summary>To assess, prepare or handle the stated case.</summary>
    [Code("assess")]
    AssessCase = 3,

    /// <summary>To give health care.</summary>
    [Code("treat")]
    Treat = 4,

    /// <summary>To teach, adapt and document education.</summary>
    [Code("teach")]
    Teach = 5,

    /// <summary>To care for the child from day to day.</summary>
    [Code("care")]
    CareDaily = 6,

    /// <summary>To decide on a benefit or aid.</summary>
    [Code("benefit")]
    DecideBenefit = 7,

    /// <summary>To reach the child or family.</summary>
    [Code("reach")]
    Reach = 8,

    /// <summary>To protect life, health or the child's safety.</summary>
    [Code("protect")]
    Protect = 9,

    /// <summary>To investigate or prevent a crime.</summary>
    [Code("investigate")]
    Investigate = 10,

    /// <summary>To inform the family or the person.</summary>
    [Code("inform")]
    InformFamily = 11,

    /// <summary>To follow up what the receiver itself does for the child.</summary>
    [Code("follow-up")]
    FollowUp = 12,

    /// <summary>To discuss without identifying.</summary>
    [Code("discuss")]
    Discuss = 13,

    /// <summary>Held beside the rest and not stated to be necessary: never given on that ground.</summary>
    [Code("context")]
    Context = 14,
}
