using Grpc.Core;
using Taushet.Compat.V1;

namespace Taushet.Compat.Tests.Wire;

/// <summary>Echoes; a test may put its own handler in the place of the unary one.</summary>
internal sealed class EchoService(EchoHandlers handlers) : Taushet.Compat.V1.EchoService.EchoServiceBase
{
    public override Task<UnaryResponse> Unary(UnaryRequest request, ServerCallContext context) =>
        handlers.Unary(request, context);

    public override async Task ServerStream(
        ServerStreamRequest request, IServerStreamWriter<ServerStreamResponse> responseStream, ServerCallContext context)
    {
        for (var time = 0; time < request.Times; time++)
        {
            await responseStream.WriteAsync(new() { Text = $"{request.Text} {time}" }, context.CancellationToken);
        }
    }

    public override async Task<ClientStreamResponse> ClientStream(
        IAsyncStreamReader<ClientStreamRequest> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        while (await requestStream.MoveNext())
        {
            texts.Add(requestStream.Current.Text);
        }

        return new() { Text = string.Join(' ', texts) };
    }

    public override async Task Duplex(
        IAsyncStreamReader<DuplexRequest> requestStream,
        IServerStreamWriter<DuplexResponse> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(new() { Text = request.Text }, context.CancellationToken);
        }
    }
}
