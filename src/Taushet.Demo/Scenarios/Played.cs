namespace Taushet.Demo.Scenarios;

/// <summary>A scenario that was played, with what is proved of it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Answer">What it was answered.</param>
/// <param name="Proofs">What was checked.</param>
internal sealed record Played(Scenario Scenario, Answer Answer, IReadOnlyList<Proof> Proofs);
