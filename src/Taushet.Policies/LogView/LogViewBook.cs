using System.Collections.Frozen;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.LogView;

/// <summary>What the person's own view of the log shows, and how it names things.</summary>
/// <param name="Policy">What is shown, hidden and delayed.</param>
/// <param name="Texts">The names.</param>
public sealed record LogViewBook(LogViewPolicy Policy, LogTexts Texts)
{
    /// <summary>Nobody is old enough, and no parent sees anything.</summary>
    public static LogViewBook ShowingNothing { get; } = new(
        new LogViewPolicy
        {
            Ages = [],
            Hidden = [],
            Named = default,
            ParentsUntil = 0,
            ParentsUntilOwnConsent = 0,
            OwnConsent = default,
        },
        new LogTexts(
            FrozenDictionary<Service, string>.Empty,
            FrozenDictionary<Purpose, string>.Empty,
            FrozenDictionary<Basis, string>.Empty,
            FrozenDictionary<Cell, string>.Empty));
}
