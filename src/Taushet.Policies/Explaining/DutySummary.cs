using Taushet.Core.Duties;
using Taushet.Core.Policies;

namespace Taushet.Policies.Explaining;

/// <summary>What to do now, in bokmål: for each duty to whom, and where there is none what is left.</summary>
public static class DutySummary
{
    /// <summary>A few sentences.</summary>
    public static string Of(DutyFindings findings, Phrases phrases)
    {
        if (findings.Owed.IsEmpty)
        {
            return "Det du har oppgitt, utløser ingen plikt til å melde eller avverge. Vet du mer, eller blir du sikrere, så spør på nytt. "
                + "Er du i tvil, drøft saken med barnevernet uten å si hvem barnet er. Er det akutt fare, ring 112.";
        }

        var duties = findings.Owed
            .Select(duty => $"{duty.Rule.Title} ({duty.Rule.Citations[0]}): til {Receivers(duty, phrases)}.")
            .Distinct(StringComparer.Ordinal);
        return "Du har selv en plikt, og ingen kan stanse den. " + string.Join(' ', duties);
    }

    private static string Receivers(OwedDuty duty, Phrases phrases) =>
        string.Join(" eller ", duty.Receivers.ToList().Select(phrases.Of));
}
