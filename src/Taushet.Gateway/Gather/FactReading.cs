using Taushet.Gateway.Errors;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Gather;

/// <summary>Reads what the registers say of the child, once for each decision.</summary>
internal sealed class FactReading(IFactStore store, GatewayOptions options, ILogger<FactReading> logger)
{
    /// <summary>Reads the facts.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE, for every caller alike, when the store cannot be read.</exception>
    public async ValueTask<Gathered> ReadAsync(Call call, Accepted accepted)
    {
        var query = new GatherQuery(
            accepted.Subject,
            accepted.Request.Holder,
            accepted.Request.Receiver,
            call.Instant,
            call.LawDate,
            options.RegistryMaxAge);
        var gathered = await store.ReadAsync(query, call.Cancellation);
        if (gathered is not null)
        {
            return gathered;
        }

        logger.FactsUnreadable(call.RequestId);
        throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, accepted.DutyPush);
    }
}
