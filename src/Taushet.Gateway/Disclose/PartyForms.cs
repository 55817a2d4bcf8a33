using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Parties as addresses of inboxes.</summary>
internal static class PartyForms
{
    /// <summary>The address of a checked party.</summary>
    public static ServiceAddress AddressOf(Wire.Party party) =>
        new(party.OrganisationNumber, party.UnitNumber, (Service)(int)party.Service);

    /// <summary>The party of an address.</summary>
    public static Wire.Party Of(ServiceAddress address) => new()
    {
        OrganisationNumber = address.Organisation,
        UnitNumber = address.Unit,
        Service = (Wire.Service)(int)address.Service,
    };
}
