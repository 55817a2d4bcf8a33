namespace Taushet.Core.Trail;

/// <summary>The part of an entry under the subject's own key.</summary>
/// <param name="ActingPerson">The acting person as the caller stated it, reference and role; then, where an issuer has
/// proven a person, a line "proven" with the issuer's reference, and a line with the attest's decision; last, when that person is the
/// child or its parent, the line "family".</param>
/// <param name="CaseReference">The receiver's case reference.</param>
/// <param name="Snapshot">Request and facts as the decider read them, in vocabulary terms, without values: enough to
/// decide again.</param>
public sealed record SealedPart(string ActingPerson, string CaseReference, string Snapshot)
{
    /// <summary>The line that tells that the proven person is the child, or its parent.</summary>
    public const string FamilyLine = "\nfamily";
}
