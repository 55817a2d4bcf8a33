using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Registration;

/// <summary>Lets administrators in: proven persons whom the gateway's settings name.</summary>
/// <remarks>
/// INVARIANT: a token's role alone makes nobody an administrator: the person must be proven and listed in the settings.
/// INVARIANT: who has proposed a change never confirms it, whatever account, client or issuer the person comes by.
/// </remarks>
internal sealed class AdministratorAdmission(GatewayOptions options, Attempts attempts)
{
    /// <summary>Admits a call or refuses it.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or PERMISSION_DENIED.</exception>
    public RegistryActor Admit(Call call, string rpc, FieldFaults faults)
    {
        if (faults.Any)
        {
            attempts.Note(AttemptKind.Malformed, rpc);
            throw Refusals.Malformed(call.RequestId, faults);
        }

        if (call.Caller.Person is { } person && Find(person.Reference) is { } administrator)
        {
            return new RegistryActor(administrator.Id, person.Reference);
        }

        attempts.Note(AttemptKind.NotAllowed, rpc);
        throw Refusals.NotAdministrator(call.RequestId);
    }

    /// <summary>Whether who proposed is who calls now.</summary>
    public bool IsSame(RegistryActor proposer, RegistryActor caller) =>
        Same(proposer.Administrator, caller.Administrator)
        || Same(proposer.Reference, caller.Reference)
        || Same(Find(proposer.Reference)?.Id, caller.Administrator);

    private AdministratorOptions? Find(string reference) =>
        options.Administrators.FirstOrDefault(one => one.References.Any(listed => Same(listed, reference)));

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
