namespace Taushet.Core.Trail;

/// <summary>The part of an entry under the subject's own key.</summary>
/// <param name="ActingPerson">The acting person as the caller stated it: reference and role.</param>
/// <param name="CaseReference">The receiver's case reference.</param>
/// <param name="Snapshot">Request and facts as the decider read them, in vocabulary terms, without values: enough to
/// decide again.</param>
public sealed record SealedPart(string ActingPerson, string CaseReference, string Snapshot);
