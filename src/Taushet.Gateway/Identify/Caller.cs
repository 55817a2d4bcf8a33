namespace Taushet.Gateway.Identify;

/// <summary>Who calls, as a validated token says.</summary>
/// <param name="Issuer">The issuer's short name from the options.</param>
/// <param name="ClientId">The issuer's id of the calling client.</param>
/// <param name="Organisation">The organisation that answers for the call: nine digits.</param>
internal sealed record Caller(string Issuer, string ClientId, string Organisation)
{
    /// <summary>The caller as entries keep it.</summary>
    public string Text { get; } = $"{Issuer} {ClientId}";
}
