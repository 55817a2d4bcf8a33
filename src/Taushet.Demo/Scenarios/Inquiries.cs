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
}
