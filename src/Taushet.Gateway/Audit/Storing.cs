using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Audit;

/// <summary>Stores an entry durably and brings its receipt.</summary>
internal sealed class Storing(IAuditStore store, OwnFamily family, GatewayOptions options, ILogger<Storing> logger)
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
        Pending pending,
        string policyHash) => await StoreAsync(
            call,
            EntryWriting.Write(call, accepted, kind, policyHash, read, pending),
            accepted.Subject,
            gathered.Versions,
            accepted.DutyPush,
            pending.Change);

    /// <summary>Stores an entry.</summary>
    /// <param name="call">The call.</param>
    /// <param name="draft">The entry.</param>
    /// <param name="subject">Whose key seals it.</param>
    /// <param name="versions">What it relied on, of the subject and of the holder it names.</param>
    /// <param name="duty">Whether the call is a push under a duty.</param>
    /// <param name="change">What changes in the same transaction, or null.</param>
    /// <returns>The receipt; null when something it relied on has changed.</returns>
    /// <exception cref="Grpc.Core.RpcException">The entry is not known to be durable: nothing may follow from it.</exception>
    public async Task<AuditReceipt?> StoreAsync(
        Call call,
        EntryDraft draft,
        SubjectKey subject,
        FactVersions versions,
        bool duty,
        RegisterChange? change = null)
    {
        var marked = await family.MarkAsync(call, draft, subject);
        var result = change is null
            ? await store.AppendAsync(marked, subject, draft.Public.Holder.Organisation, versions, call.Cancellation)
            : await store.RecordAsync(marked, subject, versions, change, call.Cancellation);
        return result.Match<AuditReceipt?>(
            stored => stored,
            () => null,
            () =>
            {
                logger.StoreFull(call.RequestId);
                throw Refusals.Full(call.RequestId, options.GatewayRetry, duty);
            },
            () =>
            {
                logger.EntryNotStored(call.RequestId);
                throw Refusals.NotStored(call.RequestId, options.GatewayRetry, duty);
            });
    }
}
