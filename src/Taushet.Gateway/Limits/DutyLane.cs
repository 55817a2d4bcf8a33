using Taushet.Gateway.Disclose;
using Taushet.V1;

namespace Taushet.Gateway.Limits;

/// <summary>Which messages are a push under a duty, told from the message alone.</summary>
internal static class DutyLane
{
    private static readonly HashSet<Basis> Duties = [Basis.DutyToReport, Basis.DutyToAvert, Basis.EmergencyNotice, Basis.PregnancyNotice];

    /// <summary>Whether a message is such a push.</summary>
    public static bool Has(object message) =>
        message is SubmitDisclosureRequest { Disclosure: var disclosure }
            ? DisclosureGrounds.IsDuty(disclosure?.Ground)
            : message is AssessRequest { Flow: Flow.Push, Inquiry: { } inquiry } && inquiry.Bases.Any(claim => Duties.Contains(claim.Basis));
}
