using Grpc.Core;
using Grpc.Reflection.V1;
using Taushet.Gateway.Tests.Support;

namespace Taushet.Gateway.Tests.Reflection;

/// <summary>What anyone may use is bounded.</summary>
public sealed class ReflectionLimitTests
{
    private const string Rpc = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";
    private static readonly ServerReflectionRequest List = new() { ListServices = "*" };

    [Fact]
    public async Task Service_TurnedOff_IsNotThere()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { Reflection = false });
        using var anonymous = new ReflectionCall(gateway);
        using var known = new ReflectionCall(gateway, gateway.As(Town.School));

        (await anonymous.EndAsync()).StatusCode.ShouldBe(StatusCode.Unauthenticated);
        (await known.EndAsync()).StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task Stream_Of501Questions_ResourceExhaustedAfterTheAnswers()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var stream = new ReflectionCall(gateway);
        for (var asked = 0; asked < 500; asked++)
        {
            (await stream.AskAsync(List)).ListServicesResponse.ShouldNotBeNull();
        }

        await stream.SendAsync(List);

        (await stream.EndAsync()).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Stream_Idle_DeadlineExceeded()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { ReflectionIdle = TimeSpan.FromSeconds(2) });
        using var stream = new ReflectionCall(gateway);
        await stream.AskAsync(List);

        (await stream.EndAsync(complete: false)).StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Streams_33AtATime_TheLastIsRefusedUntilOneEnds()
    {
        await using var gateway = await TestGateway.StartAsync();
        var streams = new List<ReflectionCall>();
        for (var open = 0; open < 32; open++)
        {
            streams.Add(new ReflectionCall(gateway));
            await streams[^1].AskAsync(List);
        }

        using var refused = new ReflectionCall(gateway);
        (await refused.EndAsync()).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await streams[0].EndAsync()).StatusCode.ShouldBe(StatusCode.OK);
        using var taken = new ReflectionCall(gateway);
        (await taken.AskAsync(List)).ListServicesResponse.ShouldNotBeNull();
        streams.ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task Question_ThatIsNoProtobufOrTooLarge_IsTheCallersFault()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { MaxRequestBytes = 4096 });

        (await RawCall.SendAsync(gateway, Rpc, RawCall.Frame([0xff, 0xff]), "none")).Status.ShouldBe(StatusCode.InvalidArgument);
        (await RawCall.SendAsync(gateway, Rpc, [9, 0, 0, 0, 0], "none")).Status.ShouldBe(StatusCode.InvalidArgument);
        (await RawCall.SendAsync(gateway, Rpc, RawCall.Frame(new byte[5000]), "none")).Status.ShouldBe(StatusCode.ResourceExhausted);
        gateway.Sink.Lines.ShouldAllBe(line => !line.Contains("met a fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shutdown_DuringAStream_EndsItAtOnce()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var stream = new ReflectionCall(gateway);
        await stream.AskAsync(List);

        var stopping = gateway.Host.StopAsync();
        var end = await stream.EndAsync(complete: false);
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));

        // The connection closes right after the trailers, and .NET's client may see that first.
        (end.StatusCode == StatusCode.Unavailable || end.Detail.Contains("closed the connection", StringComparison.Ordinal))
            .ShouldBeTrue(end.ToString());
    }
}
