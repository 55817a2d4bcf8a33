using Taushet.Policies;
using Taushet.Policies.Approvals;

namespace Taushet.Cli.Doctor;

/// <summary>Whether the policy set loads, and whether a jurist has approved it.</summary>
internal static class PolicyChecks
{
    private const string Check = "policies";
    private const int Shown = 12;

    /// <summary>Looks.</summary>
    public static Finding Look(Patient patient)
    {
        if (!Directory.Exists(patient.Policies))
        {
            return Finding.Bad(
                Check,
                $"there is no folder {Path.GetFullPath(patient.Policies)}",
                "name the gateway's with --policies, or mend its setting PoliciesDirectory");
        }

        try
        {
            return OfFolder(patient);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad(
                Check,
                $"{Path.GetFullPath(patient.Policies)} cannot be read: {fault.Message}",
                "let the gateway's user read the folder and every file in it");
        }
    }

    private static Finding OfFolder(Patient patient)
    {
        var loaded = PolicyLoader.Load(patient.Policies);
        var approvals = ApprovalList.Read(patient.Policies);
        if (!loaded.Succeeded || !approvals.Faults.IsEmpty)
        {
            return Finding.Bad(
                Check,
                $"{loaded.Faults.Length + approvals.Faults.Length} faults: a gateway does not start with it",
                "run taushet policy check");
        }

        var hash = loaded.Book.Policies.Hash[..Shown];
        return approvals.For(loaded.Book.Policies).Approval is { } approval
                ? Finding.Ok(Check, $"set {hash} was approved on {approval.Date:yyyy-MM-dd} ({approval.Role})")
            : patient.Variables.IsProduction
                ? Finding.Bad(Check, $"set {hash} is not approved: a gateway does not start with it in Production", "have a jurist run taushet policy approve")
                : Finding.Warn(Check, $"set {hash} is not approved, which this environment does not ask for", "have a jurist run taushet policy approve");
    }
}
