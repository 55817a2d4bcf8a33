using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Tests;

/// <summary>Every member of the vocabulary has its bokmål phrase in policies/phrases.yaml; a new member needs a line there.</summary>
public sealed class PhraseTests
{
    [Fact]
    public void Phrases_EveryMemberThatAnExplanationNames_HasOne()
    {
        var missing = Missing<Cell>().Concat(Missing<Service>()).Concat(Missing<Flow>()).Concat(Missing<Step>())
            .Concat(Missing<Outcome>()).Concat(Missing<Purpose>()).Concat(Missing<Need>()).Concat(Missing<Basis>())
            .Concat(Missing<Obligation>()).Concat(Missing<Route>()).Concat(Missing<FactSlot>()).Concat(Missing<GiverRequirement>())
            .Concat(Missing<Grading>()).Concat(Missing<CareSituation>()).Concat(Missing<ParentalResponsibility>())
            .Concat(Missing<OrderCase>()).Concat(Missing<EvidenceLevel>()).Concat(Missing<Trigger>()).Concat(Missing<Certainty>())
            .Concat(Missing<ConsentArea>()).Concat(Missing<ServiceForm>()).Concat(Missing<Scope>())
            .Concat(Missing<ConsentCapacity>()).Concat(Missing<WishKind>()).Concat(Missing<WishStatus>()).Concat(Missing<ConsentProof>())
            .Concat(Missing<ChildView>());

        missing.ShouldBeEmpty("add a line to policies/phrases.yaml");
    }

    [Fact]
    public void Phrase_OfAMemberWithout_IsItsCode() => Phrases.None.Of(Route.AskHolder).ShouldBe("ask-holder");

    private static IEnumerable<string> Missing<T>()
        where T : struct, Enum =>
        Codes<T>.Members.Where(member => !PolicyFolder.Book.Policies.Phrases.Has(member)).Select(member => $"{typeof(T).Name} {Codes<T>.Of(member)}");
}
