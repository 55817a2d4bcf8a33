using Taushet.Core.Decisions;
using Taushet.Core.Duties;
using Taushet.Core.Policies;

namespace Taushet.Core.Trail;

/// <summary>Decides a recorded request again, from the snapshot its entry sealed.</summary>
/// <remarks>INVARIANT: an old entry decided again by the rules of then has the same decision, byte for byte.</remarks>
public static class Replay
{
    /// <summary>Whether entries of a kind record a decision that can be made again.</summary>
    public static bool Decides(EntryKind kind) =>
        kind is EntryKind.Request or EntryKind.Preview or EntryKind.Assess or EntryKind.Explain or EntryKind.AssessDuty
            or EntryKind.ConsultationPrepared or EntryKind.DisclosureSubmitted;

    /// <summary>The record form of the decision that a policy set makes of a snapshot.</summary>
    /// <param name="kind">What the entry says the call was.</param>
    /// <param name="snapshot">The sealed snapshot. Of a preview it holds no facts, so that one form does for all.</param>
    /// <param name="policies">The rules of then, or of today.</param>
    /// <exception cref="FormatException">The snapshot is none that this version reads.</exception>
    public static string Write(EntryKind kind, string snapshot, PolicySet policies)
    {
        var (request, facts) = SnapshotText.Read(snapshot);
        return kind == EntryKind.AssessDuty
            ? DutyText.Write(DutyCheck.Find(request, facts, policies))
            : DecisionText.Write(Decider.Decide(request, facts, policies));
    }

    /// <summary>The decision of a snapshot, for what it says of each cell.</summary>
    public static Decision Decide(string snapshot, PolicySet policies)
    {
        var (request, facts) = SnapshotText.Read(snapshot);
        return Decider.Decide(request, facts, policies);
    }
}
