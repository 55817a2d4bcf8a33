using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>Every input of a decision as a constant of SMT-LIB: its name and its sort.</summary>
/// <remarks>
/// Sets (cells, bases, purposes) are bit vectors, one bit a member. A fact is a pair: whether it is known, and its value.
/// Objections, secrecies and standing decisions stand as the cells they mean for this request, which is all a decision reads of them.
/// </remarks>
internal static class Inputs
{
    /// <summary>How many recorded consents stand in the form. What a cell gets, whole or relevant, never hangs on more than two.</summary>
    public const int Consents = 2;

    public const int Code = 8;
    public const int Whole = 16;

    /// <summary>Days are counted from the first day the book covers.</summary>
    public static readonly DateOnly FirstDay = new(2023, 1, 1);

    public static readonly int CellWidth = (int)Codes<Cell>.Members.Max() + 1;
    public static readonly int BasisWidth = (int)Codes<Basis>.Members.Max() + 1;
    public static readonly int PurposeWidth = (int)Codes<Purpose>.Members.Max() + 1;

    /// <summary>The kinds of evidence whose presence counts, by the prefix of their facts.</summary>
    public static readonly string[] Evidence =
        ["order", "report", "avert", "danger", "pregnancy", "feedback", "authority", "mandate", "information", "anonymity"];

    /// <summary>What an evidence always states, so that it is known once the evidence is there.</summary>
    public static readonly FactSlot[] AlwaysStated =
    [
        FactSlot.OrderComplete, FactSlot.OrderLevel, FactSlot.AuthorityReference, FactSlot.MandateReference,
        FactSlot.FeedbackReference,
    ];

    /// <summary>Every constant with its sort, in a fixed order.</summary>
    public static IReadOnlyList<(string Name, string Sort)> All { get; } = [.. List()];

    public static string Name(FactSlot slot) => Codes<FactSlot>.Of(slot).Replace('.', '-');

    public static string? EvidenceOf(FactSlot slot)
    {
        var code = Codes<FactSlot>.Of(slot);
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || !Evidence.Contains(code[..dot]) ? null : code[..dot];
    }

    public static int? WidthOf(FactSlot slot) => slot switch
    {
        FactSlot.Age or FactSlot.AvertCrime or FactSlot.AvertVictimAge => Whole,
        FactSlot.HolderForm or FactSlot.ReceiverForm or FactSlot.Grading or FactSlot.Care or FactSlot.Responsibility => Code,
        FactSlot.OrderCase or FactSlot.OrderLevel or FactSlot.ReportTrigger or FactSlot.ReportCertainty => Code,
        FactSlot.AvertCertainty or FactSlot.PregnancyDamageLikely => Code,
        _ => null,
    };

    /// <summary>The facts that stand in the form themselves; the rest are computed from them.</summary>
    public static IEnumerable<FactSlot> Slots => Codes<FactSlot>.Members
        .Where(slot => slot is not (FactSlot.Child or FactSlot.Unborn or FactSlot.OrderComplete))
        .Where(slot => !Codes<FactSlot>.Of(slot).StartsWith("consent.", StringComparison.Ordinal));

    private static string Vector(int width) => $"(_ BitVec {width})";

    private static IEnumerable<(string Name, string Sort)> List()
    {
        yield return ("flow", Vector(Code));
        yield return ("holder", Vector(Code));
        yield return ("receiver", Vector(Code));
        yield return ("date", Vector(Whole));
        yield return ("unborn", "Bool");
        yield return ("known-purpose", "Bool");
        yield return ("purpose", Vector(Code));
        yield return ("asserted", Vector(BasisWidth));
        foreach (var need in Codes<Need>.Members)
        {
            yield return ($"need-{Codes<Need>.Of(need)}", Vector(CellWidth));
        }

        yield return ("need-unstated", Vector(CellWidth));
        foreach (var evidence in Evidence)
        {
            yield return ($"has-{evidence}", "Bool");
        }

        foreach (var scope in new[] { "order-scope", "authority-scope", "mandate-scope", "decided-scope", "standing-scope", "objected" })
        {
            yield return (scope, Vector(CellWidth));
        }

        yield return ("order-reference", "Bool");
        yield return ("order-necessity", "Bool");
        foreach (var slot in Slots)
        {
            yield return ($"known-{Name(slot)}", "Bool");
            yield return (Name(slot), WidthOf(slot) is { } width ? Vector(width) : "Bool");
        }

        foreach (var consent in ConsentInputs())
        {
            yield return consent;
        }
    }

    private static IEnumerable<(string Name, string Sort)> ConsentInputs()
    {
        yield return ("known-objections", "Bool");
        yield return ("known-secrecies", "Bool");
        yield return ("kept-from-receiver", Vector(CellWidth));
        yield return ("kept-here", Vector(CellWidth));
        yield return ("known-standing", "Bool");
        for (var number = 1; number <= Consents; number++)
        {
            yield return ($"consent{number}-area", Vector(Code));
            yield return ($"consent{number}-cells", Vector(CellWidth));
            yield return ($"consent{number}-purposes", Vector(PurposeWidth));
            yield return ($"consent{number}-parents", Vector(Code));
            foreach (var part in new[] { "recorded", "in-time", "holder", "receiver", "home-parent", "heard", "against" })
            {
                yield return ($"consent{number}-{part}", "Bool");
            }

            foreach (var capacity in Codes<ConsentCapacity>.Members.Where(capacity => capacity != ConsentCapacity.ParentWithResponsibility))
            {
                yield return ($"consent{number}-by-{Codes<ConsentCapacity>.Of(capacity)}", "Bool");
            }
        }
    }
}
