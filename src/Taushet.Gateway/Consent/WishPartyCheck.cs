using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>Checks one party that a wish names.</summary>
internal static class WishPartyCheck
{
    private static readonly ServiceSet Guardians = ServiceSet.Of(
        Service.ParentWithResponsibility,
        Service.ParentWithoutResponsibility,
        Service.FosterParentOrInstitution);

    /// <summary>Notes what does not hold.</summary>
    public static void Check(Wire.Party party, string field, WishKind kind, bool holder, FieldFaults faults)
    {
        if (!Members<Service>.Has((int)party.Service))
        {
            faults.Add($"{field}.service", "is required and must be a member of the vocabulary");
            return;
        }

        var service = (Service)(int)party.Service;
        if (holder && PartyCheck.IsNoService(service))
        {
            faults.Add($"{field}.service", "must be a service, not a person or a team");
        }

        if (!holder && kind == WishKind.Secrecy && !Guardians.Contains(service))
        {
            faults.Add($"{field}.service", "must be a parent or a carer in a parent's place: towards a service record an objection");
        }

        if (party.OrganisationNumber.Length > 0 && (PartyCheck.IsNoService(service) || !OrganisationNumber.IsValid(party.OrganisationNumber)))
        {
            faults.Add($"{field}.organisation_number", "is no organisation number, or is of one that is no service");
        }

        if (party.UnitNumber.Length > 0)
        {
            faults.Add($"{field}.unit_number", "must be empty: a wish names organisations");
        }
    }
}
