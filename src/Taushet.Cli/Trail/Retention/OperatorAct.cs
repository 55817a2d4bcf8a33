using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Retention;

/// <summary>What whoever operates the gateway does to what is kept, with the entry that tells of it.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Person">The operator's reference.</param>
/// <param name="Reference">What it is done for.</param>
/// <param name="Text">What the entry tells.</param>
internal sealed record OperatorAct(EntryKind Kind, string Person, string Reference, string Text)
{
    /// <summary>Stores the entry and what changes with it.</summary>
    public Task<AppendResult> StoreAsync(IAuditStore audit, TimeProvider clock, RegisterChange change) => audit.RecordAsync(
        OperatorEntry.Draft(Kind, Person, Reference, Text, string.Empty, clock.GetUtcNow()),
        KeyScope.Operator,
        FactVersions.NotRead,
        change,
        CancellationToken.None);
}
