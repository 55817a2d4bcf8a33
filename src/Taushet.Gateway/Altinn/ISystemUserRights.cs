namespace Taushet.Gateway.Altinn;

/// <summary>Asks who decides it (Altinn's PDP) whether a system user may act for its owner here.</summary>
/// <remarks>INVARIANT: a system user acts for nobody unless its right was asked for and given: no answer is no right.</remarks>
internal interface ISystemUserRights
{
    /// <summary>Asks.</summary>
    /// <param name="systemUser">The system user's id.</param>
    /// <param name="owner">The organisation that owns it: nine digits.</param>
    /// <param name="cancellation">Cancels the asking.</param>
    /// <returns>Whether it may; null when nobody could tell.</returns>
    ValueTask<bool?> MayActAsync(Guid systemUser, string owner, CancellationToken cancellation);
}
