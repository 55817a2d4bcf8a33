using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

/// <summary>Credentials tell a transport's configurator what they are.</summary>
public sealed class CredentialsTests
{
    private static readonly AsyncAuthInterceptor Nothing = (_, _) => Task.CompletedTask;

    private readonly Configurator configurator = new();

    [Fact]
    public void Insecure_TellsSo() => Told(ChannelCredentials.Insecure).ShouldBe(["insecure"]);

    [Fact]
    public void SecureSsl_TellsTlsWithDefaults() => Told(ChannelCredentials.SecureSsl).ShouldBe(["ssl - - False"]);

    [Fact]
    public void Ssl_WithEverything_TellsEverything() =>
        Told(new SslCredentials("roots", new KeyCertificatePair("chain", "key"), _ => true)).ShouldBe(["ssl roots chain True"]);

    [Fact]
    public void Composite_OfChannelAndCall_TellsBoth() =>
        Told(ChannelCredentials.Create(new SslCredentials(), CallCredentials.FromInterceptor(Nothing)))
            .ShouldBe(["composite SslCredentials"]);

    [Fact]
    public void Composite_OfComposite_IsRefused()
    {
        var call = CallCredentials.FromInterceptor(Nothing);
        var composite = ChannelCredentials.Create(new SslCredentials(), call);

        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(composite, call));
    }

    [Fact]
    public void Call_Interceptor_IsTold()
    {
        var told = new CallConfigurator();

        CallCredentials.FromInterceptor(Nothing).InternalPopulateConfiguration(told, null);

        told.Interceptor.ShouldBeSameAs(Nothing);
    }

    [Fact]
    public void Call_Composition_TellsItsPartsInOrder()
    {
        var (first, second) = (CallCredentials.FromInterceptor(Nothing), CallCredentials.FromInterceptor(Nothing));
        var told = new CallConfigurator();

        CallCredentials.Compose(first, second).InternalPopulateConfiguration(told, null);

        told.Parts.ShouldBe([first, second]);
        Should.Throw<ArgumentException>(() => CallCredentials.Compose(first));
    }

    [Fact]
    public void AuthContext_WithIdentity_TellsIt()
    {
        var property = AuthProperty.Create("cn", "kåre"u8.ToArray());
        var context = new AuthContext("cn", new(StringComparer.Ordinal) { ["cn"] = [property], ["other"] = [] });

        context.IsPeerAuthenticated.ShouldBeTrue();
        context.PeerIdentity.ShouldBe([property]);
        context.Properties.ShouldBe([property]);
        context.FindPropertiesByName("absent").ShouldBeEmpty();
        property.Value.ShouldBe("kåre");
        property.ValueBytes.ShouldBe("kåre"u8.ToArray());
    }

    [Fact]
    public void AuthContext_WithoutIdentity_IsNotAuthenticated()
    {
        var context = new AuthContext(null, new(StringComparer.Ordinal));

        context.IsPeerAuthenticated.ShouldBeFalse();
        context.PeerIdentity.ShouldBeEmpty();
    }

    private List<string> Told(ChannelCredentials credentials)
    {
        credentials.InternalPopulateConfiguration(configurator, null);
        return configurator.Told;
    }

    private sealed class Configurator : ChannelCredentialsConfiguratorBase
    {
        public List<string> Told { get; } = [];

        public override void SetInsecureCredentials(object? state) => Told.Add("insecure");

        public override void SetSslCredentials(
            object? state,
            string? rootCertificates,
            KeyCertificatePair? keyCertificatePair,
            VerifyPeerCallback? verifyPeerCallback) =>
            Told.Add(string.Join(
                ' ',
                "ssl",
                rootCertificates ?? "-",
                keyCertificatePair?.CertificateChain ?? "-",
                verifyPeerCallback is not null));

        public override void SetCompositeCredentials(
            object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
            Told.Add($"composite {channelCredentials.GetType().Name}");
    }

    private sealed class CallConfigurator : CallCredentialsConfiguratorBase
    {
        public AsyncAuthInterceptor? Interceptor { get; private set; }

        public IReadOnlyList<CallCredentials> Parts { get; private set; } = [];

        public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials) =>
            Parts = credentials;

        public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) =>
            Interceptor = interceptor;
    }
}
