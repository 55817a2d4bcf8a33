using System.Text;
using Google.Protobuf;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using Service = Taushet.Core.Vocabulary.Service;

namespace Taushet.Gateway.Registration;

/// <summary>Reads the register to administrators.</summary>
internal sealed class RegistrationReading(AdministratorAdmission admission, IParticipantRegistry registry, GatewayOptions options)
{
    /// <summary>Reads one registration with its history.</summary>
    public async Task<GetRegistrationResponse> GetAsync(Call call, string rpc, GetRegistrationRequest asked, FieldFaults faults)
    {
        var key = RegistrationCheck.Key(asked.Party, faults);
        admission.Admit(call, rpc, faults);
        var record = await registry.FindAsync(key, call.Cancellation) ?? throw CannotGather(call);
        if (record is { Version: 0, Periods.IsEmpty: true })
        {
            throw Refusals.NothingRegistered(call.RequestId);
        }

        return new GetRegistrationResponse
        {
            Version = (uint)record.Version,
            Periods = { record.Periods.Select(period => RegistrationForms.Period(period, record.Integrations)) },
            Changes = { record.Changes.Select(change => RegistrationForms.Of(change, call.Instant)) },
        };
    }

    /// <summary>Lists a page of registered periods.</summary>
    public async Task<ListRegistrationsResponse> ListAsync(Call call, string rpc, ListRegistrationsRequest asked, FieldFaults faults)
    {
        var after = Place(asked.PageToken, faults);
        var count = Paging.Size(asked.PageSize, faults);
        CheckOrganisation(asked.OrganisationNumber, faults);
        admission.Admit(call, rpc, faults);
        var query = new RegistrationQuery(asked.OrganisationNumber, asked.InForce ? call.LawDate : null, after, count + 1);
        var page = await registry.ListAsync(query, call.Cancellation) ?? throw CannotGather(call);
        var response = new ListRegistrationsResponse { Periods = { page.Take(count).Select(period => RegistrationForms.Period(period, [])) } };
        if (page.Length > count)
        {
            response.NextPageToken = Token(page[count - 1]);
        }

        return response;
    }

    /// <summary>Reads one proposal.</summary>
    public async Task<GetProposalResponse> GetProposalAsync(Call call, string rpc, GetProposalRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.Id, faults);
        admission.Admit(call, rpc, faults);
        var lookup = await registry.FindProposalAsync(id, call.Cancellation);
        if (!lookup.Available)
        {
            throw CannotGather(call);
        }

        return new GetProposalResponse
        {
            Proposal = RegistrationForms.Of(lookup.Found ?? throw Refusals.NoProposal(call.RequestId), call.Instant),
        };
    }

    /// <summary>Lists a page of proposals.</summary>
    public async Task<ListProposalsResponse> ListProposalsAsync(Call call, string rpc, ListProposalsRequest asked, FieldFaults faults)
    {
        var after = Paging.After(asked.PageToken, faults);
        var count = Paging.Size(asked.PageSize, faults);
        CheckOrganisation(asked.OrganisationNumber, faults);
        admission.Admit(call, rpc, faults);
        var query = new ProposalQuery(
            asked.OrganisationNumber,
            asked.Waiting ? call.Instant : null,
            after,
            count + 1);
        var page = await registry.ListProposalsAsync(query, call.Cancellation) ?? throw CannotGather(call);
        var response = new ListProposalsResponse { Proposals = { page.Take(count).Select(stored => RegistrationForms.Of(stored, call.Instant)) } };
        if (page.Length > count)
        {
            response.NextPageToken = WireIds.Of(page[count - 1].Proposal.Id);
        }

        return response;
    }

    private static void CheckOrganisation(string organisation, FieldFaults faults)
    {
        if (organisation.Length > 0 && !Core.Requests.Identifiers.OrganisationNumber.IsValid(organisation))
        {
            faults.Add("organisation_number", "is no organisation number");
        }
    }

    private static ByteString Token(Participant last) =>
        ByteString.CopyFromUtf8($"{last.Organisation} {last.Unit} {(int)last.Service} {last.From.DayNumber}");

    private static RegistrationPlace? Place(ByteString token, FieldFaults faults)
    {
        if (token.IsEmpty)
        {
            return null;
        }

        if (token.Length <= 64
            && Encoding.UTF8.GetString(token.Span).Split(' ') is [var organisation, var unit, var service, var day]
            && Core.Requests.Identifiers.OrganisationNumber.IsValid(organisation)
            && (unit.Length == 0 || Core.Requests.Identifiers.OrganisationNumber.IsValid(unit))
            && int.TryParse(service, out var member)
            && Members<Service>.Has(member)
            && int.TryParse(day, out var number)
            && number >= 0
            && number <= DateOnly.MaxValue.DayNumber)
        {
            return new RegistrationPlace(new RegistrationKey(organisation, unit, (Service)member), DateOnly.FromDayNumber(number));
        }

        faults.Add("page_token", Paging.BadToken);
        return null;
    }

    private Grpc.Core.RpcException CannotGather(Call call) => Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
}
