namespace Taushet.Gateway.Identify;

/// <summary>A person that an issuer has authenticated for this call.</summary>
/// <param name="Reference">How entries name the person: the issuer's short name and the person's id there; never a national number.</param>
/// <param name="NationalNumber">The national identity number, where the issuer tells it. Never logged, never stored in clear.</param>
/// <param name="Hpr">The number in the register of health personnel, or null.</param>
/// <param name="Organisation">The organisation that the person works for, nine digits, or empty.</param>
internal sealed record ProvenPerson(string Reference, string? NationalNumber, string? Hpr, string Organisation)
{
    /// <inheritdoc/>
    public override string ToString() => "person";
}
