using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Taushet.Compat.Tests.Types;

/// <summary>Interceptors around an invoker or a channel.</summary>
public sealed class InterceptionTests
{
    private static readonly Method<string, string> Method = new(
        MethodType.Unary, "s", "m", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private readonly List<string> journal = [];

    // The first interceptor is the outermost, so it is put on last.
    [Fact]
    public void Intercept_Several_RunInTheOrderGiven()
    {
        var invoker = new RecordingInvoker(journal).Intercept(Named("first"), Named("second"), Named("third"));

        invoker.AsyncUnaryCall(Method, null, default, "");

        journal.ShouldBe(["first", "second", "third", "unary -"]);
    }

    [Fact]
    public void Intercept_Twice_RunsTheLaterFirst()
    {
        var invoker = new RecordingInvoker(journal).Intercept(Named("inner")).Intercept(Named("outer"));

        invoker.AsyncUnaryCall(Method, null, default, "");

        journal.ShouldBe(["outer", "inner", "unary -"]);
    }

    [Fact]
    public void Intercept_NotOverridden_GoesOnForEveryKind()
    {
        CallEveryKind(new RecordingInvoker(journal).Intercept(new Silent()), "host");

        journal.ShouldBe(["blocking host", "unary host", "server-stream host", "client-stream host", "duplex host"]);
    }

    [Fact]
    public void Intercept_Headers_ChangesThemForEveryKind()
    {
        var inner = new RecordingInvoker(journal);
        var seen = new List<int>();

        CallEveryKind(
            inner.Intercept(headers =>
            {
                seen.Add(headers.Count);
                return new Metadata { { "a", "1" } };
            }),
            null);

        inner.Headers!.GetValue("a").ShouldBe("1");
        seen.ShouldBe([0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Intercept_Channel_GoesThroughItsInvoker()
    {
        var channel = new FakeChannel(new RecordingInvoker(journal));

        channel.Intercept(Named("one")).AsyncUnaryCall(Method, null, default, "");
        channel.Intercept(Named("two"), Named("three")).AsyncUnaryCall(Method, null, default, "");

        journal.ShouldBe(["one", "unary -", "two", "three", "unary -"]);
    }

    [Fact]
    public void Intercept_Null_IsRefused()
    {
        var invoker = new RecordingInvoker(journal);

        Should.Throw<ArgumentNullException>(() => invoker.Intercept((Interceptor)null!));
        Should.Throw<ArgumentNullException>(() => ((CallInvoker)null!).Intercept(Named("a")));
    }

    [Fact]
    public void WithHost_EveryKind_NamesTheHost()
    {
        var client = new FakeClient(new RecordingInvoker(journal));

        CallEveryKind(client.WithHost("there").Invoker, null);
        CallEveryKind(client.WithHost("one").WithHost("other").Invoker, null);
        CallEveryKind(client.Invoker, null);

        journal.Select(line => line.Split(' ')[1]).Distinct().ShouldBe(["there", "other", "-"]);
    }

    [Fact]
    public void Client_WithoutChannel_CannotCall() =>
        Should.Throw<NotImplementedException>(() => new FakeClient().Invoker.AsyncUnaryCall(Method, null, default, ""));

    [Fact]
    public async Task Channel_NotOverridden_ShutsDown()
    {
        var channel = new FakeChannel(new RecordingInvoker(journal));

        await channel.ShutdownAsync();

        channel.Target.ShouldBe("target");
    }

    private static void CallEveryKind(CallInvoker invoker, string? host)
    {
        invoker.BlockingUnaryCall(Method, host, default, "");
        invoker.AsyncUnaryCall(Method, host, default, "");
        invoker.AsyncServerStreamingCall(Method, host, default, "");
        invoker.AsyncClientStreamingCall(Method, host, default);
        invoker.AsyncDuplexStreamingCall(Method, host, default);
    }

    private NamedInterceptor Named(string name) => new(journal, name);

    private sealed class Silent : Interceptor;

    private sealed class NamedInterceptor(List<string> journal, string name) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            journal.Add(name);
            return continuation(request, context);
        }
    }

    private sealed class FakeChannel(CallInvoker invoker) : ChannelBase("target")
    {
        public override CallInvoker CreateCallInvoker() => invoker;
    }

    private sealed class FakeClient : ClientBase<FakeClient>
    {
        public FakeClient()
        {
        }

        public FakeClient(CallInvoker invoker)
            : base(invoker)
        {
        }

        private FakeClient(ClientBaseConfiguration configuration)
            : base(configuration)
        {
        }

        public CallInvoker Invoker => CallInvoker;

        protected override FakeClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
    }
}
