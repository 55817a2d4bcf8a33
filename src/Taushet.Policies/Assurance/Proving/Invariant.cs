namespace Taushet.Policies.Assurance.Proving;

/// <summary>A sentence about all requests (law 13.3), with what would break it.</summary>
/// <param name="Number">Its number in the law's list.</param>
/// <param name="Part">Which part of the sentence, when it has several.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Violation">Writes the form and gives the term that holds when the sentence is broken.</param>
internal sealed record Invariant(int Number, string Part, string Sentence, Func<Claim, string> Violation)
{
    public string Name => Part.Length == 0 ? $"{Number}" : $"{Number} {Part}";
}

/// <summary>A sentence that is not about what a decision is, and what holds it instead.</summary>
/// <param name="Number">Its number in the law's list.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="HeldBy">What carries it, and which tests show it.</param>
public sealed record CarriedOtherwise(int Number, string Sentence, string HeldBy);
