using Taushet.Core.Policies;

namespace Taushet.Policies.Book;

/// <summary>A rule whose law is from memory or unsure: for a jurist to settle.</summary>
/// <param name="RuleId">The rule, giver rules included.</param>
/// <param name="Confidence">How well its law is established.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">Its line.</param>
public sealed record Doubt(string RuleId, Confidence Confidence, string File, int Line);
