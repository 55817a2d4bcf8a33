using Grpc.Core;
using Taushet.V1;

namespace Taushet.Client;

/// <summary>Receives what is delivered to one service: keeps each delivery durably, and then acknowledges it.</summary>
/// <param name="client">The gateway's deliveries.</param>
/// <param name="receiver">The service.</param>
/// <param name="inbox">Where deliveries are kept.</param>
/// <param name="check">Checks their receipts.</param>
/// <param name="headers">Makes the metadata of a call, with a token that holds.</param>
public sealed class DisclosureReceiver(
    DeliveryService.DeliveryServiceClient client, Party receiver, DisclosureInbox inbox, ReceiptCheck check, Func<Metadata> headers)
{
    /// <summary>Receives over one stream until it ends or is cancelled. Call it again: it goes on where the inbox is.</summary>
    /// <returns>How many deliveries were new.</returns>
    /// <exception cref="RpcException">How the stream or an acknowledgement ended. What was kept is kept.</exception>
    public async Task<int> ReceiveAsync(CancellationToken cancellation)
    {
        var asked = new ReceiveDisclosuresRequest { Receiver = receiver, ResumeToken = inbox.ResumeToken };
        using var call = client.ReceiveDisclosures(asked, headers(), cancellationToken: cancellation);
        var fresh = 0;
        while (await call.ResponseStream.MoveNext(cancellation))
        {
            fresh += await TakeAsync(call.ResponseStream.Current, cancellation) ? 1 : 0;
        }

        return fresh;
    }

    /// <summary>Receives until it is cancelled, over as many streams as it takes.</summary>
    /// <param name="pause">How long between the end of one stream and the next.</param>
    /// <param name="clock">Measures the pause.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(TimeSpan pause, TimeProvider clock, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await ReceiveAsync(cancellation);
            }
            catch (RpcException) when (!cancellation.IsCancellationRequested)
            {
                // The gateway is away, or its stream's time was up: nothing is lost by coming again.
            }
            catch (Exception error) when (cancellation.IsCancellationRequested && error is RpcException or OperationCanceledException)
            {
                return;
            }

            await Task.Delay(pause, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // INVARIANT: a delivery is kept durably before it is acknowledged, and kept once however often it comes.
    private async Task<bool> TakeAsync(ReceiveDisclosuresResponse received, CancellationToken cancellation)
    {
        var proven = check.Check(received.Delivery).Match(_ => true, _ => false);
        var (receipt, isNew) = inbox.Keep(received, proven);
        await client.AcknowledgeAsync(
            new AcknowledgeRequest { Receiver = receiver, DeliveryId = received.Delivery.DeliveryId, ReceiverReceipt = receipt },
            headers(),
            cancellationToken: cancellation);
        inbox.Acknowledged(received.Delivery.DeliveryId);
        return isNew;
    }
}
