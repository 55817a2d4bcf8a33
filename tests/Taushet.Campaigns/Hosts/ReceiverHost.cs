using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Taushet.Client;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Campaigns.Hosts;

/// <summary>
/// A receiver of disclosures in a process of its own, built of the client library: it keeps what is delivered, acknowledges it, twice or late
/// now and then, and handles each once. Where its gateway is it reads anew from a file before each stream.
/// </summary>
internal static class ReceiverHost
{
    /// <summary>The name by which it is started, with its folder.</summary>
    public const string Name = "disclosure-receiver";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(string folder, CancellationToken cancellation)
    {
        using var inbox = new DisclosureInbox(Path.Combine(folder, "inbox.db"), new byte[32], TimeProvider.System);
        using var effects = new EffectFile(Path.Combine(folder, "effects"));
        _ = Task.Run(() => HandleAsync(inbox, effects, cancellation), cancellation);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                using var channel = GrpcChannel.ForAddress(await File.ReadAllTextAsync(Path.Combine(folder, "gateway"), cancellation));
                var receiver = new DisclosureReceiver(
                    new DeliveryService.DeliveryServiceClient(channel.Intercept(new UnrulyAcknowledgements())),
                    new Party { OrganisationNumber = Organisations.Barnevern.Number, Service = Service.Barnevern },
                    inbox,
                    new ReceiptCheck(LogKeys.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "vkeys"), cancellation))),
                    () => new Metadata { { "authorization", File.ReadAllText(Path.Combine(folder, "token")) } });
                await receiver.ReceiveAsync(cancellation);
            }
            catch (Exception error) when (error is RpcException or IOException)
            {
                await Task.Delay(Pause, cancellation);
            }
        }

        return 0;
    }

    private static async Task HandleAsync(DisclosureInbox inbox, EffectFile effects, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            while (inbox.Next() is { } delivery)
            {
                effects.Take(delivery);
                inbox.Handled(delivery.DeliveryId);
            }

            await Task.Delay(20, cancellation);
        }
    }

    /// <summary>Sends some acknowledgements twice, and some late: after those of later deliveries.</summary>
    private sealed class UnrulyAcknowledgements : Interceptor
    {
        private readonly ConcurrentBag<Task> late = [];

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var draw = Random.Shared.NextDouble();
            if (draw < 0.2)
            {
                late.Add(LaterAsync(() => continuation(request, context).ResponseAsync));
                var empty = Task.FromResult(Activator.CreateInstance<TResponse>());
                return new AsyncUnaryCall<TResponse>(empty, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
            }

            if (draw < 0.35)
            {
                late.Add(LaterAsync(() => continuation(request, context).ResponseAsync));
            }

            return continuation(request, context);
        }

        private static async Task LaterAsync(Func<Task> send)
        {
            await Task.Delay(Random.Shared.Next(1, 400));
            try
            {
                await send();
            }
            catch (Exception error) when (error is RpcException or ObjectDisposedException)
            {
                // An acknowledgement that is lost: the gateway delivers again.
            }
        }
    }
}
