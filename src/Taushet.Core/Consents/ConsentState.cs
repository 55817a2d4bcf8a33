using Taushet.Core.Vocabulary;

namespace Taushet.Core.Consents;

/// <summary>A consent with what only its history tells: for telling where it stands, never for a decision.</summary>
/// <param name="Fact">The consent, with those who stand by it; nobody when it was withdrawn.</param>
/// <param name="Ended">The event that ended it for good, or null.</param>
/// <param name="WasComplete">Whether it was complete at its last event: if it no longer is, the child, the care or the law has changed.</param>
public readonly record struct ConsentState(ConsentFact Fact, ConsentEventKind? Ended, bool WasComplete);
