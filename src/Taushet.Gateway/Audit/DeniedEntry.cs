using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Audit;

/// <summary>Stores that a party was not allowed. The refusal does not wait on it: an entry that cannot be stored changes nothing.</summary>
internal sealed class DeniedEntry(IFactStore facts, IAuditStore store, OwnFamily family, RunningLaw law, Options.GatewayOptions options)
{
    /// <summary>Stores the entry if the store can.</summary>
    public async Task StoreAsync(Call call, Accepted accepted)
    {
        var query = new GatherQuery(
            accepted.Subject,
            accepted.Request.Holder,
            accepted.Request.Receiver,
            call.Instant,
            call.LawDate,
            options.RegistryMaxAge);
        var gathered = await facts.ReadAsync(query, call.Cancellation);
        if (gathered is null)
        {
            return;
        }

        var pending = new Pending([], null, CellSet.Empty, new HolderPart("denied\n", SourceCalled: false, "none", Dropped: 0));
        var draft = EntryWriting.Write(call, accepted, EntryKind.Denied, law.Policies.Hash, Facts.None, pending);
        var marked = await family.MarkAsync(call, draft, accepted.Subject);
        await store.AppendAsync(marked, accepted.Subject, accepted.Request.Holder.Organisation, gathered.Versions, call.Cancellation);
    }
}
