using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>What the inputs can be: members of the vocabulary, dates from the first day, and records that can exist.</summary>
internal static class Domain
{
    public static IEnumerable<string> Constraints()
    {
        yield return Member<Flow>("flow");
        yield return Member<Service>("holder");
        yield return Member<Service>("receiver");
        yield return Member<Purpose>("purpose");
        foreach (var slot in Inputs.Slots.Where(slot => Inputs.WidthOf(slot) == Inputs.Code))
        {
            yield return OneOf(Inputs.Name(slot), Values(slot), Inputs.Code);
        }

        foreach (var slot in Inputs.Slots.Where(slot => Inputs.WidthOf(slot) == Inputs.Whole))
        {
            yield return $"(and (bvsge {Inputs.Name(slot)} {Term.Number(-2, Inputs.Whole)}) (bvsle {Inputs.Name(slot)} {Term.Number(9999, Inputs.Whole)}))";
        }

        // What is kept from this receiver is kept here.
        yield return "(= (bvor kept-from-receiver kept-here) kept-here)";
        yield return $"(bvule date {Term.Number(10_000, Inputs.Whole)})";
        for (var number = 1; number <= Inputs.Consents; number++)
        {
            yield return Member<ConsentArea>($"consent{number}-area");
            yield return $"(bvule consent{number}-parents {Term.Number(2, Inputs.Code)})";
            yield return $"(=> consent{number}-home-parent (bvuge consent{number}-parents {Term.Number(1, Inputs.Code)}))";
        }
    }

    public static IEnumerable<int> Values(FactSlot slot) => slot switch
    {
        FactSlot.HolderForm or FactSlot.ReceiverForm => Numbers<ServiceForm>(),
        FactSlot.Grading => Numbers<Grading>(),
        FactSlot.Care => Numbers<CareSituation>(),
        FactSlot.Responsibility => Numbers<ParentalResponsibility>(),
        FactSlot.OrderCase => Numbers<OrderCase>(),
        FactSlot.OrderLevel => Numbers<EvidenceLevel>(),
        FactSlot.ReportTrigger => Numbers<Trigger>(),
        _ => Numbers<Certainty>(),
    };

    private static string Member<T>(string name)
        where T : struct, Enum =>
        OneOf(name, Numbers<T>(), Inputs.Code);

    private static string OneOf(string name, IEnumerable<int> values, int width) =>
        Term.Or(values.Select(value => Term.Is(name, value, width)));

    private static IEnumerable<int> Numbers<T>()
        where T : struct, Enum =>
        Codes<T>.Members.Select(MemberNumber.Of);
}
