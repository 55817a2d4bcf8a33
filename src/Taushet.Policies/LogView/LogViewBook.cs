using Taushet.Core.Trail.OwnView;

namespace Taushet.Policies.LogView;

/// <summary>What the person's own view of the log shows, and how it names things.</summary>
/// <param name="Policy">What is shown, hidden and delayed.</param>
/// <param name="Texts">The names.</param>
public sealed record LogViewBook(LogViewPolicy Policy, LogTexts Texts);
