using System.Collections.Frozen;
using Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>The kinds of caller that tokens make, and the names roles have in tokens.</summary>
internal static class CallerKinds
{
    /// <summary>A machine of an organisation.</summary>
    public static FrozenSet<CallerKind> System { get; } = [CallerKind.CallerSystem];

    /// <summary>An employee of an organisation.</summary>
    public static FrozenSet<CallerKind> Employee { get; } = [CallerKind.Caseworker];

    /// <summary>A person who sees its own.</summary>
    public static FrozenSet<CallerKind> Citizen { get; } = [CallerKind.Citizen];

    private static readonly FrozenDictionary<string, CallerKind> PersonRoles = new Dictionary<string, CallerKind>(StringComparer.Ordinal)
    {
        ["caseworker"] = CallerKind.Caseworker,
        ["controller"] = CallerKind.Controller,
        ["auditor"] = CallerKind.Auditor,
        ["administrator"] = CallerKind.Administrator,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The role of a machine.</summary>
    public const string SystemRole = "system";

    /// <summary>The kinds that roles of a person make; names that are none of ours make nothing.</summary>
    public static FrozenSet<CallerKind> OfPerson(IEnumerable<string> roles) =>
        [.. roles.Where(PersonRoles.ContainsKey).Select(role => PersonRoles[role])];
}
