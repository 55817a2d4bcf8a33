using System.Collections.Immutable;

namespace Taushet.Policies.Approvals;

/// <summary>A jurist's approval of one policy set.</summary>
/// <param name="Hash">The policy set's hash, 64 lower-case hexadecimal digits.</param>
/// <param name="Name">Who approves.</param>
/// <param name="Role">In what role.</param>
/// <param name="Date">When.</param>
/// <param name="Accepts">The rules whose doubt the jurist has seen and accepts, by id.</param>
public sealed record Approval(string Hash, string Name, string Role, DateOnly Date, ImmutableArray<string> Accepts);
