using Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>Who calls, as a validated token says.</summary>
/// <param name="Issuer">The issuer's short name from the options.</param>
/// <param name="ClientId">The issuer's id of the calling client; holds no space.</param>
/// <param name="Organisation">The organisation that answers for the call: nine digits; empty for a citizen.</param>
/// <param name="Until">When the token ends to hold: its expiry and what the issuer's clock may differ.</param>
internal sealed record Caller(string Issuer, string ClientId, string Organisation, DateTimeOffset Until)
{
    /// <summary>What kinds of caller the token makes its bearer; a machine of an organisation by default.</summary>
    public IReadOnlySet<CallerKind> Kinds { get; init; } = CallerKinds.System;

    /// <summary>The unit within the organisation that the token names: nine digits; empty when it names none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Who calls on the organisation's behalf: nine digits, or empty.</summary>
    public string Supplier { get; init; } = string.Empty;

    /// <summary>The system user that the token is of; null for any other. Its owner is <see cref="Organisation"/>.</summary>
    public SystemUser? SystemUser { get; init; }

    /// <summary>The scopes the token grants.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>The person that the issuer has authenticated; null for a machine.</summary>
    public ProvenPerson? Person { get; init; }

    /// <summary>The national identity number of the only child that the token may be used for, or null.</summary>
    public string? OnlyChild { get; init; }

    /// <summary>The attest that came with the token, or null.</summary>
    public Attest? Attest { get; init; }

    /// <summary>What the token is bound to.</summary>
    public TokenBinding Binding { get; init; } = TokenBinding.None;

    /// <summary>The caller as entries keep it, without any person: "issuer client", then who acts for the organisation.</summary>
    public string Text =>
        $"{Issuer} {ClientId}"
        + (SystemUser is null ? string.Empty : $" systemuser:{SystemUser.Id:D}")
        + (Supplier.Length == 0 ? string.Empty : $" supplier:{Supplier}");

    /// <summary>Whether the token still holds; one call validates it, but a stream may outlive it.</summary>
    public bool HoldsAt(DateTimeOffset instant) => instant < Until;

    /// <summary>Nothing of the person or the child: a caller may come to stand in a log line.</summary>
    public override string ToString() => Text;
}
