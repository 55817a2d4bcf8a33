using Grpc.Core;
using Grpc.Health.V1;
using Taushet.Gateway.Law;
using Taushet.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Taushet.Gateway.Health;

/// <summary>The standard health service: for the whole server (empty name), for SharingService, and for the policy folder. Open to anyone.</summary>
internal sealed class HealthService(HealthState state, RunningLaw law) : Grpc.Health.V1.Health.HealthBase
{
    /// <summary>The name under which a refused change of the policy folder shows. The gateway itself serves on, by the set it has.</summary>
    public const string Policies = "taushet.policies";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        IsKnown(request.Service)
            ? Task.FromResult(new HealthCheckResponse { Status = Of(request.Service) })
            : throw new RpcException(new Status(StatusCode.NotFound, "No such service."));

    /// <inheritdoc/>
    public override async Task Watch(
        HealthCheckRequest request,
        IServerStreamWriter<HealthCheckResponse> responseStream,
        ServerCallContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, state.Stopping);
        ServingStatus? told = null;
        do
        {
            var now = IsKnown(request.Service) ? Of(request.Service) : ServingStatus.ServiceUnknown;
            if (now != told)
            {
                await responseStream.WriteAsync(new HealthCheckResponse { Status = now }, context.CancellationToken);
                told = now;
            }
        }
        while (await PauseAsync(ends.Token));

        if (told == ServingStatus.Serving && !context.CancellationToken.IsCancellationRequested)
        {
            await responseStream.WriteAsync(
                new HealthCheckResponse { Status = ServingStatus.NotServing },
                context.CancellationToken);
        }
    }

    private static bool IsKnown(string service) => service.Length == 0 || service == SharingService.Descriptor.FullName || service == Policies;

    private ServingStatus Of(string service) =>
        service == Policies && law.ReloadRefused ? ServingStatus.NotServing : state.Now;

    private static async Task<bool> PauseAsync(CancellationToken ends)
    {
        await Task.Delay(Interval, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ends.IsCancellationRequested;
    }
}
