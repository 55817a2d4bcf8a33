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
    /// <exception cref="RpcException">UNAVAILABLE when the store cannot be read or the gateway stops, UNAUTHENTICATED when the token has expired.</exception>
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stream.Cancellation, lifetime.ApplicationStopping);
        var receiver = PartyForms.AddressOf(asked.Receiver);
        var sent = new SentDeliveries(machine.Time, options.Redelivery);
        var position = DeliveryForms.Position(asked.ResumeToken);
        while (true)
        {
            position = await SendAsync(stream, receiver, position, sent, answered, again: false);
            if (sent.LooksBack())
            {
                await SendAsync(stream, receiver, 0, sent, answered, again: true);
            }

            await PauseAsync(stream, stop.Token);
        }
    }

    // Sends what is open after a place; of what was sent already only what is due again. Gives the place that was reached.
    private async Task<long> SendAsync(
        Call stream,
        ServiceAddress receiver,
        long after,
        SentDeliveries sent,
        IServerStreamWriter<ReceiveDisclosuresResponse> answered,
        bool again)
    {
        while (true)
        {
            var page = await disclosures.OpenAsync(receiver, after, Page, stream.Cancellation) ?? throw finding.CannotGather(stream);
            var due = again ? [.. page.Where(one => sent.IsDue(one.Row.Delivery))] : page;
            if (due.Length > 0 && !await disclosures.NoteSentAsync([.. due.Select(one => one.Row.Delivery)], clock.GetUtcNow(), stream.Cancellation))
            {
                throw finding.CannotGather(stream);
            }

            foreach (var one in due)
            {
                RequireToken(stream);
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

        RequireToken(stream);
    }

    private void RequireToken(Call stream)
    {
        if (!stream.Caller.HoldsAt(clock.GetUtcNow()))
        {
            throw Refusals.NoToken();
        }
    }
}
