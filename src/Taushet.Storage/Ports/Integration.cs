using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>That a system which holds a token of an issuer, with a scope, may act as a service of an organisation.</summary>
/// <param name="Issuer">The issuer's short name in the gateway's options.</param>
/// <param name="Organisation">Nine digits.</param>
/// <param name="Unit">Nine digits, or empty for the organisation itself.</param>
/// <param name="Service">The service.</param>
/// <param name="Scope">The scope that the token must hold.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null.</param>
public sealed record Integration(
    string Issuer,
    string Organisation,
    string Unit,
    Service Service,
    string Scope,
    DateOnly From,
    DateOnly? To);

/// <summary>Which integrations an issuer's systems have as one service.</summary>
/// <param name="Issuer">The issuer's short name.</param>
/// <param name="Organisation">Nine digits.</param>
/// <param name="Unit">Nine digits, or empty.</param>
/// <param name="Service">The service.</param>
/// <param name="Date">The date in Oslo.</param>
public readonly record struct IntegrationQuery(string Issuer, string Organisation, string Unit, Service Service, DateOnly Date);

/// <summary>The answer to a look-up of integrations.</summary>
/// <param name="Available">Whether the register could be read.</param>
/// <param name="Scopes">The scopes of which a token must hold one; none when no integration is in force.</param>
public readonly record struct IntegrationLookup(bool Available, IReadOnlyList<string> Scopes);
