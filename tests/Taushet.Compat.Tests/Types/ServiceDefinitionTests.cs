using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

public sealed class ServiceDefinitionTests
{
    [Fact]
    public void BindService_Definition_GivesEveryMethodInOrder()
    {
        var definition = ServerServiceDefinition.CreateBuilder()
            .AddMethod(Method("U"), (UnaryServerMethod<string, string>)((_, _) => Task.FromResult("")))
            .AddMethod(Method("C"), (ClientStreamingServerMethod<string, string>)((_, _) => Task.FromResult("")))
            .AddMethod(Method("S"), (ServerStreamingServerMethod<string, string>)((_, _, _) => Task.CompletedTask))
            .AddMethod(Method("D"), (DuplexStreamingServerMethod<string, string>)((_, _, _) => Task.CompletedTask))
            .Build();
        var binder = new Binder();

        definition.BindService(binder);

        binder.Names.ShouldBe(["unary U", "client C", "server S", "duplex D"]);
    }

    [Fact]
    public void AddMethod_SameNameTwice_IsRefused()
    {
        UnaryServerMethod<string, string> handler = (_, _) => Task.FromResult("");
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(Method("U"), handler);

        Should.Throw<ArgumentException>(() => builder.AddMethod(Method("U"), handler));
    }

    [Fact]
    public void BindService_Generated_NamesEveryMethod()
    {
        var binder = new GeneratedBinder();

        Taushet.Compat.V1.EchoService.BindService(binder, null);

        binder.Names.ShouldBe(["Unary", "ServerStream", "ClientStream", "Duplex"], ignoreOrder: true);
    }

    [Fact]
    public void Binder_NotOverridden_IsNotImplemented() =>
        Should.Throw<NotImplementedException>(() =>
            new ServiceBinderBase().AddMethod(Method("U"), (UnaryServerMethod<string, string>?)null));

    private static Method<string, string> Method(string name) =>
        new(MethodType.Unary, "s", name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private sealed class Binder : ServiceBinderBase
    {
        public List<string> Names { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Names.Add("unary " + method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Names.Add("client " + method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Names.Add("server " + method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Names.Add("duplex " + method.Name);
    }

    private sealed class GeneratedBinder : ServiceBinderBase
    {
        public List<string> Names { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Names.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Names.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Names.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Names.Add(method.Name);
    }
}
