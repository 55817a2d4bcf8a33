using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>Checks the two parties of an inquiry.</summary>
internal static class PartyCheck
{
    private const int FirstReceiverThatIsNoService = (int)Service.ParentWithResponsibility;

    /// <summary>Checks receiver and holder.</summary>
    public static void Check(Wire.Inquiry inquiry, Flow flow, FieldFaults faults)
    {
        One(inquiry.Holder, "inquiry.holder", mustBeService: true, faults);
        One(inquiry.Receiver, "inquiry.receiver", mustBeService: flow == Flow.Pull, faults);
    }

    /// <summary>Whether the receiver is a person or a team rather than a registered service.</summary>
    public static bool IsNoService(Service service) => (int)service >= FirstReceiverThatIsNoService;

    /// <summary>Checks one party that must be a service.</summary>
    public static void CheckService(Wire.Party? party, string field, FieldFaults faults) => One(party, field, mustBeService: true, faults);

    private static void One(Wire.Party? party, string field, bool mustBeService, FieldFaults faults)
    {
        if (party is null)
        {
            faults.Add(field, "is required");
            return;
        }

        if (!Members<Service>.Has((int)party.Service))
        {
            faults.Add($"{field}.service", "is required and must be a member of the vocabulary");
            return;
        }

        if (IsNoService((Service)(int)party.Service))
        {
            NoService(party, field, mustBeService, faults);
            return;
        }

        if (!OrganisationNumber.IsValid(party.OrganisationNumber))
        {
            faults.Add($"{field}.organisation_number", "is no organisation number");
        }

        if (party.UnitNumber.Length > 0 && !OrganisationNumber.IsValid(party.UnitNumber))
        {
            faults.Add($"{field}.unit_number", "is no organisation number");
        }
    }

    private static void NoService(Wire.Party party, string field, bool mustBeService, FieldFaults faults)
    {
        if (mustBeService)
        {
            faults.Add($"{field}.service", "must be a service, not a person or a team");
        }

        if (party.OrganisationNumber.Length > 0 || party.UnitNumber.Length > 0)
        {
            faults.Add($"{field}.organisation_number", "must be empty for a receiver that is no service");
        }
    }
}
