using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>What of an entry's private parts the index has, sealed.</summary>
/// <remarks>The first three tell of shields and reasons: for the holder's own auditors alone.</remarks>
public sealed record IndexedDetails
{
    /// <summary>Every outcome that some cell had.</summary>
    public MemberSet<Outcome> Outcomes { get; init; }

    /// <summary>The rules that applied, in the order of the ladder.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>What the entry touches.</summary>
    public IndexedMarks Marks { get; init; }

    /// <summary>The employee's reference as the caller stated it; empty when none was stated or its key is gone.</summary>
    public string Person { get; init; } = string.Empty;

    /// <summary>The employee's role.</summary>
    public string Role { get; init; } = string.Empty;

    /// <summary>The receiver's case reference.</summary>
    public string Case { get; init; } = string.Empty;
}

/// <summary>What an entry touches.</summary>
[Flags]
public enum IndexedMarks
{
    /// <summary>Nothing of these.</summary>
    None = 0,

    /// <summary>The child's address was graded confidential or stricter, or hidden from the parents.</summary>
    GradedAddress = 1,

    /// <summary>Something went, or must go, by a human's hand.</summary>
    ByHand = 2,

    /// <summary>The sealed part could not be opened: its key has been destroyed.</summary>
    Unlinked = 4,

    /// <summary>The proven person behind the call is the child's parent, or the child.</summary>
    OwnFamily = 8,

    /// <summary>What joins the services to the child had ended: it had come of age, or had died.</summary>
    AfterEnd = 16,
}
