namespace Taushet.Gateway.Altinn;

/// <summary>Where nobody can be asked, no system user acts.</summary>
internal sealed class NoSystemUserRights : ISystemUserRights
{
    /// <inheritdoc/>
    public ValueTask<bool?> MayActAsync(Guid systemUser, string owner, CancellationToken cancellation) => new((bool?)null);
}
