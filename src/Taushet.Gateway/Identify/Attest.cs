using System.Collections.Immutable;

namespace Taushet.Gateway.Identify;

/// <summary>An employee's attest (Norsk helsenett's tillitsrammeverk): who helps whom, why, and what the decision to look rests on.</summary>
/// <param name="Issued">When it was made.</param>
/// <param name="Practitioner">The practitioner's national identity number.</param>
/// <param name="LegalEntity">The main unit where the work is done: nine digits.</param>
/// <param name="PointOfCare">The unit where the work is done: nine digits, or empty.</param>
/// <param name="Purpose">Purpose of use: TREAT, ETREAT, COC or BTG.</param>
/// <param name="DecisionReference">The id of the decision that the care relation rests on.</param>
/// <param name="UserSelected">Whether the practitioner chose the reason, or the system did.</param>
/// <param name="Patients">The national identity numbers of those it is about; at least one.</param>
internal sealed record Attest(
    DateTimeOffset Issued,
    string Practitioner,
    string LegalEntity,
    string PointOfCare,
    string Purpose,
    string DecisionReference,
    bool UserSelected,
    ImmutableArray<string> Patients)
{
    /// <summary>How old an attest may be when it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    /// <summary>Whether it is of the person and the organisation that the token is of.</summary>
    public bool IsOf(string person, string organisation) => Practitioner == person && LegalEntity == organisation;

    // INVARIANT: an attest opens nothing for a child it does not name, nor after 60 minutes.

    /// <summary>Whether it is about a child and may still be used.</summary>
    public bool Covers(string? child, DateTimeOffset instant, TimeSpan skew) =>
        child is not null
        && Patients.Contains(child)
        && instant >= Issued - skew
        && instant < Issued + Longest;

    /// <inheritdoc/>
    public override string ToString() => "attest";
}
