using Taushet.Core.Vocabulary;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Tests.Support;
using Taushet.Policies.Cases;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Tests.Cases;

/// <summary>Writes the request of a case as a caller would send it.</summary>
internal static class CaseOnTheWire
{
    public static readonly string Receiver = People.Organisation(11);
    public static readonly string Holder = People.Organisation(12);

    public static Wire.Inquiry Inquiry(PolicyCase policyCase)
    {
        var request = policyCase.Request;
        var inquiry = new Wire.Inquiry
        {
            Child = request.Unborn
                ? new Wire.ChildRef { Unborn = new Wire.UnbornChild() }
                : new Wire.ChildRef { NationalNumber = Town.Known },
            Receiver = Party(request.Receiver.Service, Receiver),
            Holder = Party(request.Holder.Service, Holder),
            Purpose = request.Purpose.IsKnown ? (Wire.Purpose)(int)request.Purpose.Value : Wire.Purpose.Unspecified,
            CaseReference = policyCase.Id,
        };
        foreach (var need in Codes<Need>.Members)
        {
            AddNeeds(inquiry, request.Needs.For(need), (Wire.Need)(int)need);
        }

        AddNeeds(inquiry, request.Needs.Unspecified, Wire.Need.Unspecified);
        inquiry.Bases.Add(request.Asserted.ToList().Select(basis => new Wire.BasisClaim { Basis = (Wire.Basis)(int)basis }));
        var place = 0;
        foreach (var evidence in EvidenceOnTheWire.Of(request.Evidence))
        {
            if (place == inquiry.Bases.Count)
            {
                inquiry.Bases.Add(new Wire.BasisClaim());
            }

            inquiry.Bases[place++].Evidence = evidence;
        }

        return inquiry;
    }

    private static Wire.Party Party(Service service, string organisation) => new()
    {
        Service = (Wire.Service)(int)service,
        OrganisationNumber = PartyCheck.IsNoService(service) ? string.Empty : organisation,
    };

    private static void AddNeeds(Wire.Inquiry inquiry, CellSet cells, Wire.Need need)
    {
        var told = CellSet.Empty;
        foreach (var cell in cells)
        {
            if (told.Contains(cell))
            {
                continue;
            }

            // A category on the wire means all its topics, unless it says that it goes without them.
            var whole = cells.Covers(CellCategories.WithTopics(cell));
            inquiry.Needs.Add(new Wire.NeededCell { Cell = (Wire.Cell)(int)cell, Need = need, WithoutTopics = !whole });
            told |= whole ? CellCategories.WithTopics(cell) : CellSet.Of(cell);
        }
    }
}
