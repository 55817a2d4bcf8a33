using Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>Who calls, as a validated token says.</summary>
/// <param name="Issuer">The issuer's short name from the options.</param>
/// <param name="ClientId">The issuer's id of the calling client.</param>
/// <param name="Organisation">The organisation that answers for the call: nine digits.</param>
/// <param name="Until">When the token ends to hold: its expiry and what the issuer's clock may differ.</param>
internal sealed record Caller(string Issuer, string ClientId, string Organisation, DateTimeOffset Until)
{
    /// <summary>What kinds of caller the token makes its bearer; a machine of an organisation by default.</summary>
    public IReadOnlySet<CallerKind> Kinds { get; init; } = CallerKinds.System;

    /// <summary>The person that the issuer has authenticated; null for a machine.</summary>
    public ProvenPerson? Person { get; init; }

    /// <summary>The caller as entries keep it.</summary>
    public string Text { get; } = $"{Issuer} {ClientId}";

    /// <summary>Whether the token still holds; one call validates it, but a stream may outlive it.</summary>
    public bool HoldsAt(DateTimeOffset instant) => instant < Until;
}
