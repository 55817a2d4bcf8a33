namespace Taushet.Gateway.Altinn;

/// <summary>Reads consent tokens of Altinn 3 as evidence of a consent that is recorded here. It records nothing itself.</summary>
/// <remarks>
/// A token shows that one person has consented to what it names. Who has to consent for a child, and whether everybody has, is for the
/// consent's own rules. A withdrawal does not show in a token that was issued before it.
/// </remarks>
public interface IAltinnConsents
{
    /// <summary>Validates a token and reads what it shows.</summary>
    /// <param name="token">The token, as Maskinporten issued it.</param>
    /// <param name="expected">Whom and what it must be about.</param>
    /// <param name="cancellation">Cancels fetching keys.</param>
    /// <returns>The consent, or everything that is wrong with it; never both.</returns>
    ValueTask<AltinnReading> ReadAsync(string token, AltinnExpectation expected, CancellationToken cancellation);
}

/// <summary>Whom a consent token must be about.</summary>
/// <param name="ChildNumber">The child: its own consent is given as SELF.</param>
/// <param name="GiverNumber">Who is said to have given it: the child's number, or that of a guardian whom the caller has verified.</param>
/// <param name="Receiver">
/// The organisation that receives and to which the consent was given: nine digits. Null: the reading tells it, and the record that rests
/// on it must name it (see <see cref="AltinnConsent.Receiver"/>).
/// </param>
/// <param name="Instant">The moment it is read at.</param>
public sealed record AltinnExpectation(string ChildNumber, string GiverNumber, string? Receiver, DateTimeOffset Instant);

/// <summary>What came of reading a token.</summary>
/// <param name="Consent">What it shows; null when anything is wrong.</param>
/// <param name="Faults">What is wrong: the claim and the rule, never a value.</param>
public sealed record AltinnReading(AltinnConsent? Consent, IReadOnlyList<AltinnFault> Faults);

/// <summary>What is wrong with a token.</summary>
/// <param name="Claim">The claim's path; empty for the token as a whole.</param>
/// <param name="Rule">What does not hold.</param>
public readonly record struct AltinnFault(string Claim, string Rule);
