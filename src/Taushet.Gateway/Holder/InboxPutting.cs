using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>Puts an answered request where its holder, and who asked, find it again.</summary>
internal sealed class InboxPutting(IInbox inbox, GatewayOptions options, ILogger<InboxPutting> logger)
{
    /// <summary>Puts a request in, waiting or not: the same is written.</summary>
    /// <returns>
    /// The handle for who asked. Null when the receiver has the most that may be in, or when the store cannot be written: neither
    /// hangs on the child. The answer itself stands, for its entry is stored.
    /// </returns>
    public async Task<Wire.PendingRequest?> PutAsync(Call call, Accepted accepted, bool waiting)
    {
        var holder = accepted.Request.Holder;
        var request = new InboxRequest
        {
            Handle = RequestIds.New(),
            Receiver = accepted.Request.Receiver.Organisation,
            Holder = holder.Organisation,
            HolderUnit = holder.Unit,
            HolderService = holder.Service,
            Waiting = waiting,
            AskedAt = call.Instant,
            Until = call.Instant + options.InboxTime,
            Subject = accepted.Subject,
            Content = accepted.Inquiry.ToByteArray(),
        };
        var written = await inbox.PutAsync(request, options.InboxPerReceiver, CancellationToken.None);
        if (written == InboxWrite.Stored)
        {
            return new Wire.PendingRequest
            {
                Handle = WireIds.Of(request.Handle),
                Until = Timestamp.FromDateTimeOffset(request.Until),
            };
        }

        logger.NotPutAside(call.RequestId, written.ToString());
        return null;
    }
}
