using Google.Protobuf;
using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Identify;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;
using RegistrationTerms = Taushet.V1.RegistrationTerms;

namespace Taushet.Gateway.Tests.Registration;

/// <summary>A gateway whose register of participants two administrators keep.</summary>
internal sealed class Administering : IAsyncDisposable
{
    public const string First = "11111111-2222-4333-8444-555555555555";
    public const string FirstsOther = "11111111-2222-4333-8444-666666666666";
    public const string Second = "22222222-2222-4333-8444-555555555555";
    public const string Nobody = "33333333-2222-4333-8444-555555555555";
    public static readonly string Newcomer = People.Organisation(20);

    private Administering(Issuers issuers)
    {
        Issuers = issuers;
        Client = new ParticipantService.ParticipantServiceClient(issuers.Gateway.Invoker);
    }

    public Issuers Issuers { get; }

    public TestGateway Gateway => Issuers.Gateway;

    public ParticipantService.ParticipantServiceClient Client { get; }

    public static async Task<Administering> StartAsync() => new(await Issuers.StartAsync(options => options with
    {
        IntegrationsRequired = true,
        Administrators =
        [
            new AdministratorOptions { Id = "admin-1", References = [$"entra oid:{First}", $"entra oid:{FirstsOther}"] },
            new AdministratorOptions { Id = "admin-2", References = [$"entra oid:{Second}"] },
        ],
    }));

    /// <summary>An employee of the operator with the administrator's role.</summary>
    public Metadata As(string oid, string client = "2f5a5f0e-3c54-4b7e-9c3e-0d3b9a6a1c22") => Issuers.Bearer(
        Issuers.Entra.Employee(Issuers.Now, oid, "administrator").With("azp", client).Write());

    public static Party School(string? unit = null) => new() { OrganisationNumber = Newcomer, UnitNumber = unit ?? string.Empty, Service = Service.PrimarySchool };

    public static RegistrationTerms Terms() => new()
    {
        Form = ServiceForm.Municipal,
        Name = "Nordby skole",
        Telephone = "+47 00 00 00 00",
        FromDate = "2026-09-01",
        Integrations = { new RegisteredIntegration { Issuer = "maskinporten", Scope = "taushet:school" } },
    };

    public async Task<RegistrationProposal> ProposeAsync(string oid = First, uint seen = 0, Action<ProposeRegistrationRequest>? change = null)
    {
        var request = new ProposeRegistrationRequest { Party = School(), ExpectedVersion = seen, Register = Terms(), Reason = "a new school" };
        change?.Invoke(request);
        return (await Client.ProposeRegistrationAsync(request, As(oid))).Proposal;
    }

    public async Task<RegistrationProposal> ConfirmAsync(RegistrationProposal proposal, string oid = Second) =>
        (await Client.ConfirmProposalAsync(Confirmation(proposal.Id), As(oid))).Proposal;

    public static ConfirmProposalRequest Confirmation(ByteString id) =>
        new() { Id = id, AcceptedWarnings = { V1.RegistryWarning.NoRegistry } };

    /// <summary>How a call of the newcomer's school system ends.</summary>
    public async Task<StatusCode> EndAsync(string scope = "taushet:share taushet:school")
    {
        var inquiry = Town.Plain(Town.Known, Cell.ClinicalDiagnosis);
        inquiry.Receiver.OrganisationNumber = Newcomer;
        var token = Issuers.Maskinporten.Token(Issuers.Now, Newcomer, scope).Write();
        return (await Issuers.CallAsync(Issuers.Bearer(token), inquiry))?.StatusCode ?? StatusCode.OK;
    }

    public static async Task<RpcException> FailAsync<T>(Func<AsyncUnaryCall<T>> call) =>
        await Should.ThrowAsync<RpcException>(async () => await call());

    public async Task<List<StoredEntry>> EntriesAsync()
    {
        var entries = new List<StoredEntry>();
        await foreach (var entry in Gateway.Store.Trail.ReadAsync(default))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public async Task<List<EntryKind>> KindsAsync() => [.. (await EntriesAsync()).Select(entry => entry.Public.Kind).Where(kind => (int)kind is >= 70 and < 80)];

    public ValueTask DisposeAsync() => Issuers.DisposeAsync();
}
