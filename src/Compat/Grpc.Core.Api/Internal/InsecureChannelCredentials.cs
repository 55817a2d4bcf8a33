namespace Grpc.Core;

/// <summary>No protection.</summary>
internal sealed class InsecureChannelCredentials : ChannelCredentials
{
    // Whether call credentials may go over an unprotected channel is the channel's own option.
    internal override bool IsComposable => true;

    /// <inheritdoc />
    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
        configurator.SetInsecureCredentials(state);
}
