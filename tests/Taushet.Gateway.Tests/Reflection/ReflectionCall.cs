using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Taushet.Gateway.Tests.Support;

namespace Taushet.Gateway.Tests.Reflection;

/// <summary>One reflection stream of a client, without a token unless it brings one.</summary>
internal sealed class ReflectionCall(TestGateway gateway, Metadata? headers = null) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> call =
        new ServerReflection.ServerReflectionClient(gateway.Invoker).ServerReflectionInfo(headers);

    public Task SendAsync(ServerReflectionRequest question) => call.RequestStream.WriteAsync(question);

    public async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest question)
    {
        await SendAsync(question);
        (await call.ResponseStream.MoveNext(default).WaitAsync(Soon)).ShouldBeTrue();
        return call.ResponseStream.Current;
    }

    public async Task<List<FileDescriptorProto>> FilesAsync(ServerReflectionRequest question)
    {
        var answer = await AskAsync(question);
        answer.ErrorResponse.ShouldBeNull();
        return [.. answer.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom)];
    }

    /// <summary>How the stream ends.</summary>
    public async Task<Status> EndAsync(bool complete = true)
    {
        try
        {
            if (complete)
            {
                await call.RequestStream.CompleteAsync();
            }

            (await call.ResponseStream.MoveNext(default).WaitAsync(Soon)).ShouldBeFalse();
            return call.GetStatus();
        }
        catch (RpcException error)
        {
            return error.Status;
        }
    }

    public void Dispose() => call.Dispose();
}
