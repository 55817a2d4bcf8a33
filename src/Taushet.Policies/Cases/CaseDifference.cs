namespace Taushet.Policies.Cases;

/// <summary>One thing that came out otherwise than a case expects.</summary>
/// <param name="Subject">The cell's code, or what is missing: "citation", "obligation", "route".</param>
/// <param name="Expected">What the case expects.</param>
/// <param name="Got">What came out.</param>
public sealed record CaseDifference(string Subject, string Expected, string Got)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Subject}: expected {Expected}, got {Got}";
}
