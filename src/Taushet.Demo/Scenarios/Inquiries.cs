using Taushet.Demo.People;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Demo.Scenarios;

/// <summary>Builds inquiries for the stories.</summary>
internal static class Inquiries
{
    /// <summary>An inquiry of one organisation to another.</summary>
    public static Inquiry Of(
        Child child,
        Organisation receiver,
        Organisation holder,
        Purpose purpose,
        IEnumerable<NeededCell> needs,
        params BasisClaim[] bases) => Of(child.NationalNumber, receiver, holder, purpose, needs, bases);

    /// <summary>An inquiry on a number.</summary>
    public static Inquiry Of(
        string nationalNumber,
        Organisation receiver,
        Organisation holder,
        Purpose purpose,
        IEnumerable<NeededCell> needs,
        params BasisClaim[] bases) => new()
        {
            Child = new ChildRef { NationalNumber = nationalNumber },
            Receiver = receiver.Party,
            Holder = holder.Party,
            ActingPerson = new ActingPerson { Reference = "ansatt-17", Role = "saksbehandler" },
            Purpose = purpose,
            CaseReference = "sak-2026-100",
            Needs = { needs },
            Bases = { bases },
        };

    /// <summary>Cells that are needed for one need.</summary>
    public static IEnumerable<NeededCell> For(Need need, params Cell[] cells) =>
        cells.Select(cell => new NeededCell { Cell = cell, Need = need });

    /// <summary>A basis without evidence.</summary>
    public static BasisClaim Claim(Basis basis) => new() { Basis = basis };

    /// <summary>A basis with evidence.</summary>
    public static BasisClaim Claim(Basis basis, Evidence evidence) => new() { Basis = basis, Evidence = evidence };

    /// <summary>A written order of barnevern for a kind of case, on certain cells alone.</summary>
    public static BasisClaim Order(OrderCase orderCase, params Cell[] scope) => Claim(Basis.BarnevernOrder, new Evidence
    {
        Order = new OrderEvidence
        {
            CaseType = orderCase,
            Reference = "palegg-2026-41",
            Necessity = "Opplysningene trengs for å vurdere barnets omsorgssituasjon.",
            Written = true,
            AvoidsSeriousSituation = true,
            Scope = { scope },
        },
    });

    /// <summary>What makes a holder report a concern.</summary>
    public static BasisClaim Report(Trigger trigger, bool abuseSuspected) => Claim(Basis.DutyToReport, new Evidence
    {
        Report = new ReportEvidence { Trigger = trigger, Certainty = Certainty.ReasonToBelieve, AbuseSuspected = abuseSuspected },
    });

    /// <summary>What every report of a concern holds: the child, what happened, and what a guardian has done or left undone.</summary>
    public static ChildInformation Concern(Child child, string incident, string conduct)
    {
        var content = new ChildInformation
        {
            Person = new PersonSection { Identity = new Identity { GivenName = child.GivenName, FamilyName = child.Family.Name } },
            OtherPersons = new OtherPersonsSection { Guardians = { new Guardian { Relation = "father", Conduct = conduct } } },
            Holding = new HoldingSection(),
            Concern = new ConcernSection { Incidents = { new Incident { Description = incident } } },
        };
        if (child.Grading == Core.Vocabulary.Grading.Ungraded)
        {
            content.Person.Residence = new Residence { StreetAddress = child.Family.Street };
        }

        return content;
    }
}
