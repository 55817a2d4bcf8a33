using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Audit;

/// <summary>Stores an entry durably and brings its receipt.</summary>
internal sealed class Storing(IAuditStore store, PolicySet policies, GatewayOptions options, ILogger<Storing> logger)
{
    /// <summary>Stores the entry of a pending answer.</summary>
    /// <returns>The receipt; null when a fact the decision relied on has changed, and it must be decided again.</returns>
    /// <exception cref="Grpc.Core.RpcException">The entry is not known to be durable: nothing may be released.</exception>
    public async Task<AuditReceipt?> StoreAsync(
        Call call,
        Accepted accepted,
        EntryKind kind,
        Gathered gathered,
        Facts read,
        Pending pending)
    {
        var draft = EntryWriting.Write(call, accepted, kind, policies.Hash, read, pending);
        var result = await store.AppendAsync(
            draft,
            accepted.Subject,
            accepted.Request.Holder.Organisation,
            gathered.Versions,
            call.Cancellation);
        return result.Match<AuditReceipt?>(
            stored => stored,
            () => null,
            () =>
            {
                logger.StoreFull(call.RequestId);
                throw Refusals.Full(call.RequestId, options.GatewayRetry, accepted.DutyPush);
            },
            () =>
            {
                logger.EntryNotStored(call.RequestId);
                throw Refusals.NotStored(call.RequestId, options.GatewayRetry, accepted.DutyPush);
            });
    }
}
