using System.Collections.Immutable;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Taushet.Storage.Registry.Units;

namespace Taushet.Gateway.Registration;

/// <summary>Holds a proposal against the copy of the organisation registry. What it says differently warns; it never grants.</summary>
internal sealed class RegistryCrossCheck(IOrganisationRegistry organisations, GatewayOptions options)
{
    private readonly UnitCrossCheck check = new(organisations.FindAsync);

    /// <summary>Every warning; none for a registration that is to end.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE when the copy cannot be read.</exception>
    public async ValueTask<ImmutableArray<RegistryWarning>> WarningsAsync(Call call, RegistrationKey key, RegistrationTerms? terms) =>
        terms is null
            ? []
            : await check.WarningsAsync(key, terms.Name, call.LawDate, call.Cancellation)
                ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
}
