using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>The request that a consent is held against.</summary>
internal static class CheckedInquiry
{
    private const int MostNeeds = 128;

    /// <summary>Notes what does not hold.</summary>
    public static void Check(Wire.CheckConsentRequest asked, FieldFaults faults)
    {
        PartyCheck.CheckService(asked.Holder, "holder", faults);
        if (asked.Receiver is null || !Members<Service>.Has((int)asked.Receiver.Service))
        {
            faults.Add("receiver.service", "is required and must be a member of the vocabulary");
        }

        if (!Members<Purpose>.Has((int)asked.Purpose))
        {
            faults.Add("purpose", "is required and must be a member of the vocabulary");
        }

        if (asked.Needs.Count is 0 or > MostNeeds)
        {
            faults.Add("needs", "must list from 1 to 128 cells");
            return;
        }

        for (var place = 0; place < asked.Needs.Count; place++)
        {
            if (!Members<Cell>.Has((int)asked.Needs[place].Cell) || !Members<Need>.Has((int)asked.Needs[place].Need))
            {
                faults.Add($"needs[{place}]", "must have a cell and a need of the vocabulary");
            }
        }
    }

    /// <summary>Reads it.</summary>
    public static Request Read(
        Wire.CheckConsentRequest asked,
        Known<ServiceForm> receiver,
        Known<ServiceForm> holder,
        DateOnly date) => new()
        {
            Flow = Flow.Pull,
            Receiver = Party(asked.Receiver, receiver),
            Holder = Party(asked.Holder, holder),
            Purpose = (Purpose)(int)asked.Purpose,
            Needs = new NeedList([.. asked.Needs.Select(needed =>
                ((Need)(int)needed.Need, CellCategories.WithTopics((Cell)(int)needed.Cell)))]),
            LawDate = date,
        };

    private static PartyRef Party(Wire.Party party, Known<ServiceForm> form) =>
        new(party.OrganisationNumber, party.UnitNumber, (Service)(int)party.Service, form);
}
