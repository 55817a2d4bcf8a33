using System.Buffers;
using System.Text;
using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

public sealed class MarshallerTests
{
    [Fact]
    public void Marshaller_OfArrays_AlsoWorksOverContexts()
    {
        var context = new CapturingContext();

        Marshallers.StringMarshaller.ContextualSerializer("blå", context);

        context.Payload.ShouldBe(Encoding.UTF8.GetBytes("blå"));
        Marshallers.StringMarshaller.ContextualDeserializer(new GivenContext(context.Payload!)).ShouldBe("blå");
    }

    [Fact]
    public void Marshaller_OfContexts_AlsoWorksOverArrays()
    {
        var marshaller = Marshallers.Create(
            (string text, SerializationContext context) => context.Complete(Encoding.UTF8.GetBytes(text)),
            context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

        marshaller.Deserializer(marshaller.Serializer("blå")).ShouldBe("blå");
    }

    [Fact]
    public void Marshaller_OfContextsThatWritesToBuffer_AlsoWorksOverArrays()
    {
        var marshaller = Marshallers.Create(
            (string text, SerializationContext context) =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                context.SetPayloadLength(bytes.Length);
                context.GetBufferWriter().Write(bytes);
                context.Complete();
            },
            context => Encoding.UTF8.GetString(context.PayloadAsNewBuffer()));

        marshaller.Deserializer(marshaller.Serializer("blå")).ShouldBe("blå");
    }

    [Fact]
    public void Contexts_WithoutOverrides_AreNotImplemented()
    {
        Should.Throw<NotImplementedException>(() => new BareSerialization().Complete());
        Should.Throw<NotImplementedException>(() => new BareSerialization().Complete([]));
        Should.Throw<NotImplementedException>(() => new BareSerialization().GetBufferWriter());
        Should.Throw<NotImplementedException>(() => new BareDeserialization().PayloadAsNewBuffer());
        Should.Throw<NotImplementedException>(() => new BareDeserialization().PayloadAsReadOnlySequence());
    }

    [Fact]
    public void Method_FullName_IsThePath()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "a.b.Service", "Call", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        method.FullName.ShouldBe("/a.b.Service/Call");
        ((IMethod)method).Type.ShouldBe(MethodType.Unary);
    }

    private sealed class BareSerialization : SerializationContext;

    private sealed class BareDeserialization : DeserializationContext
    {
        public override int PayloadLength => 0;
    }

    private sealed class CapturingContext : SerializationContext
    {
        public byte[]? Payload { get; private set; }

        public override void Complete(byte[] payload) => Payload = payload;
    }

    private sealed class GivenContext(byte[] payload) : DeserializationContext
    {
        public override int PayloadLength => payload.Length;

        public override byte[] PayloadAsNewBuffer() => payload;
    }
}
