using System.Globalization;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>One recorded consent of one decision, as terms.</summary>
internal sealed class ConsentForm(int number, PolicySet policies, Script script, FactTerms facts, Func<string, string> read)
{
    private static readonly CellSet OnOthers =
        CellCategories.WithTopics(Cell.ThirdPerson, Cell.PrivateReporter, Cell.Adoption, Cell.GradedAddress);

    private static readonly CellSet AlwaysKept = CellCategories.WithTopics(Cell.KeptFromGuardians);

    public int Number { get; } = number;

    /// <summary>Whether it is recorded, in time, and names this holder, receiver and purpose.</summary>
    public string Covers() => Term.And(
        Own("recorded"),
        Own("in-time"),
        Own("holder"),
        Own("receiver"),
        read("known-purpose"),
        Term.Or(Codes<Purpose>.Members.Select(purpose =>
            Term.And(Term.Is(read("purpose"), (int)purpose, Inputs.Code), Term.Bit(Own("purposes"), (int)purpose)))));

    /// <summary>Whether it names the cell, and the cell is its givers' to give.</summary>
    public string Gives(Cell cell) => OnOthers.Contains(cell)
        ? Term.False
        : Term.And(Term.Bit(Own("cells"), (int)cell), Term.Or(By(ConsentCapacity.Self), Term.Not(NotTheGuardians(cell))));

    /// <summary>What conditions can ask of it.</summary>
    public ConsentTerms Terms()
    {
        var kept = script.Named(Kept(), "kept");
        var told = new ConsentTerms(Own("area"), By(ConsentCapacity.Self), Heard(), kept, Term.False);
        var complete = Term.Or(policies.Givers.Select(giver => Term.And(
            InForce(read, giver.From, giver.To),
            Term.Or(giver.Areas.ToList().Select(area => Term.Is(told.Area, (int)area, Inputs.Code))),
            OnlyFor(giver.Purposes),
            HaveGiven(giver.Requires),
            facts.Of(giver.When, atDuties: false, told).IsTrue)));
        return told with { Complete = script.Named(complete, "complete") };
    }

    /// <summary>Whether a rule is in force on the day of the request.</summary>
    public static string InForce(Func<string, string> read, DateOnly from, DateOnly? to)
    {
        var first = from.DayNumber - Inputs.FirstDay.DayNumber;
        var last = to is { } day ? day.DayNumber - Inputs.FirstDay.DayNumber : int.MaxValue;
        return Term.And(
            first <= 0 ? Term.True : first > ushort.MaxValue ? Term.False : $"(bvuge {read("date")} {Term.Number(first, Inputs.Whole)})",
            last < 0 ? Term.False : last > ushort.MaxValue ? Term.True : $"(bvule {read("date")} {Term.Number(last, Inputs.Whole)})");
    }

    /// <summary>Whether the consent names no other purpose than these; none named: any.</summary>
    private string OnlyFor(MemberSet<Purpose> purposes) => purposes.IsEmpty
        ? Term.True
        : Term.And(Codes<Purpose>.Members
            .Where(purpose => !purposes.Contains(purpose))
            .Select(purpose => Term.Not(Term.Bit(Own("purposes"), (int)purpose))));

    private string Own(string part) => read(string.Create(CultureInfo.InvariantCulture, $"consent{Number}-{part}"));

    private string By(ConsentCapacity capacity) => Own($"by-{Codes<ConsentCapacity>.Of(capacity)}");

    private string Parents(int least) => $"(bvuge {Own("parents")} {Term.Number(least, Inputs.Code)})";

    private string NotTheGuardians(Cell cell) => AlwaysKept.Contains(cell)
        ? Term.True
        : Term.Or(Term.Not(read("known-secrecies")), Term.Bit(read("kept-here"), (int)cell));

    private string Kept() => Term.And(
        Term.Not(Term.Is(Own("cells"), 0, Inputs.CellWidth)),
        Term.And(Codes<Cell>.Members.Select(cell => Term.Or(Term.Not(Term.Bit(Own("cells"), (int)cell)), NotTheGuardians(cell)))));

    private Tri Heard()
    {
        var weighs = Term.Or(Term.Not(read("known-age")), $"(bvsge {read("age")} {Term.Number(12, Inputs.Whole)})");
        var unknown = Term.And(Own("against"), weighs);
        var young = Term.And(read("known-age"), $"(bvslt {read("age")} {Term.Number(7, Inputs.Whole)})");
        var self = By(ConsentCapacity.Self);
        var yes = Term.Or(self, Term.And(Term.Not(unknown), Term.Or(Own("heard"), young)));
        var no = Term.And(Term.Not(self), Term.Not(unknown), Term.Not(Own("heard")), read("known-age"), Term.Not(young));
        return new Tri(script.Named(yes, "heard"), script.Named(no, "unheard"));
    }

    /// <summary>Whether those whom the requirement's own words name have all given it.</summary>
    private string HaveGiven(GiverRequirement requires) => Term.And(Codes<GiverRequirement>.Of(requires)
        .Split("-and-")
        .Select(word => word switch
        {
            "both-parents" => Parents(2),
            "one-parent" => Parents(1),
            "home-parent" => Own("home-parent"),
            "carer" => By(ConsentCapacity.FosterParentOrInstitution),
            _ => Codes<ConsentCapacity>.TryParse(word, out var capacity) ? By(capacity) : Term.False,
        }));
}
