namespace Grpc.Core;

/// <summary>How a channel is protected.</summary>
public abstract class ChannelCredentials
{
    /// <summary>Not at all.</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureChannelCredentials();

    /// <summary>TLS with the default roots.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    // Only the credentials of this assembly can carry call credentials.
    internal virtual bool IsComposable => false;

    /// <summary>Channel credentials with call credentials for every call of the channel.</summary>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
        new CompositeChannelCredentials(channelCredentials, callCredentials);

    /// <summary>For a transport: tells the configurator what these credentials are.</summary>
    public abstract void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state);
}
