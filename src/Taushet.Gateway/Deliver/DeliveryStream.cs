using Grpc.Core;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Trail;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Sends a receiver what is open in its inbox, in order, and then what comes; what is not acknowledged it sends again.</summary>
internal sealed class DeliveryStream(
    HolderAdmission admission,
    DeliveryFinding finding,
    IDisclosures disclosures,
    EntryProofs proofs,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine,
    IHostApplicationLifetime lifetime)
{
    private const int Page = 16;

    /// <summary>Sends until the call ends.</summary>
    /// <exception cref="RpcException">UNAVAILABLE when the store cannot be read or the gateway stops, UNAUTHENTICATED when the token has expired,
    /// PERMISSION_DENIED when the receiver is registered no more.</exception>
    /// <exception cref="OperationCanceledException">The caller went away, or the time is up.</exception>
    public async Task RunAsync(
        Call stream,
        string rpc,
        ReceiveDisclosuresRequest asked,
        IServerStreamWriter<ReceiveDisclosuresResponse> answered)
    {
        var faults = new FieldFaults();
        if (asked.ResumeToken.Length is not (0 or DeliveryForms.TokenLength))
        {
            faults.Add("resume_token", "must be empty or as a delivery told it");
        }

        await admission.AdmitAsync(stream, rpc, asked.Receiver, faults, "receiver");
        var source = new DeliverySource(stream, rpc, asked.Receiver);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stream.Cancellation, lifetime.ApplicationStopping);
        var sent = new SentDeliveries(machine.Time, options.Redelivery);
        var position = DeliveryForms.Position(asked.ResumeToken);
        while (true)
        {
            position = await SendAsync(source, position, sent, answered, again: false);
            if (sent.LooksBack())
            {
                await SendAsync(source, 0, sent, answered, again: true);
            }

            await PauseAsync(stream, stop.Token);
        }
    }

    // Sends what is open after a place; of what was sent already only what is due again. Gives the place that was reached.
    private async Task<long> SendAsync(
        DeliverySource source,
        long after,
        SentDeliveries sent,
        IServerStreamWriter<ReceiveDisclosuresResponse> answered,
        bool again)
    {
        var stream = source.Stream;
        while (true)
        {
            await RequireStandingAsync(source);
            var page = await disclosures.OpenAsync(PartyForms.AddressOf(source.Receiver), after, Page, stream.Cancellation) ?? throw finding.CannotGather(stream);
            var due = again ? [.. page.Where(one => sent.IsDue(one.Row.Delivery))] : page;
            if (due.Length > 0 && !await disclosures.NoteSentAsync([.. due.Select(one => one.Row.Delivery)], clock.GetUtcNow(), stream.Cancellation))
            {
                throw finding.CannotGather(stream);
            }

            foreach (var one in due)
            {
                StreamToken.Require(stream, clock);
                var proof = await proofs.OfAsync(stream, one.Log, one.Index, one.Entry);
                var response = new ReceiveDisclosuresResponse
                {
                    Delivery = DeliveryForms.Of(one, one.Sends + 1, proof),
                    ResumeToken = DeliveryForms.Token(one.Position),
                };
                sent.Note(one.Row.Delivery);
                await answered.WriteAsync(response, stream.Cancellation);
            }

            after = page.Length == 0 ? after : page[^1].Position;
            if (page.Length < Page)
            {
                return after;
            }
        }
    }

    // INVARIANT: nothing is delivered to a receiver whose registration or integration has ended since the stream began.
    private async ValueTask RequireStandingAsync(DeliverySource source)
    {
        var now = new Call(source.Stream.RequestId, clock.GetUtcNow(), source.Stream.Caller, source.Stream.Limit);
        await admission.AdmitAsync(now, source.Rpc, source.Receiver, new FieldFaults(), "receiver");
    }

    private async Task PauseAsync(Call stream, CancellationToken stop)
    {
        try
        {
            await Task.Delay(options.DeliveryInterval, machine.Time, stop);
        }
        catch (OperationCanceledException) when (!stream.Cancellation.IsCancellationRequested)
        {
            throw Refusals.Stopping(stream.RequestId, options.GatewayRetry);
        }

        StreamToken.Require(stream, clock);
    }
}

/// <summary>What a stream delivers from.</summary>
/// <param name="Stream">The stream as a call.</param>
/// <param name="Rpc">The rpc's full name, for counting attempts.</param>
/// <param name="Receiver">Whose inbox.</param>
internal sealed record DeliverySource(Call Stream, string Rpc, Party Receiver);
