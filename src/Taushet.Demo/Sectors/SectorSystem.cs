namespace Taushet.Demo.Sectors;

/// <summary>One sector system, running at an address of its own with its own data and its own name towards the gateway.</summary>
/// <param name="Register">What it holds and what it gave.</param>
/// <param name="Address">Where it answers.</param>
/// <param name="Gateway">Who may ask: the gateway, with a token made for this address alone.</param>
internal sealed record SectorSystem(SectorRegister Register, Uri Address, GatewayToken Gateway);
