using System.Security.Cryptography;
using Taushet.Cli.Trail.Export;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Retention;

/// <summary>What whoever operates the gateway does to what is kept, with the entry that tells of it.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Person">The operator's reference.</param>
/// <param name="Reference">What it is done for.</param>
/// <param name="Text">What the entry tells.</param>
internal sealed record OperatorAct(EntryKind Kind, string Person, string Reference, string Text)
{
    private const int NonceSize = 32;

    /// <summary>Stores the entry and what changes with it.</summary>
    public async Task<AppendResult> StoreAsync(IAuditStore audit, TimeProvider clock, RegisterChange change)
    {
        // The operator is no party: the entry is nobody's.
        var party = new PartyRef(string.Empty, string.Empty, Service.Supervision, Known<ServiceForm>.Unknown);
        var now = clock.GetUtcNow();
        var draft = new EntryDraft
        {
            Public = new PublicPart
            {
                TimeMicros = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Kind = Kind,
                Flow = Flow.Pull,
                RequestId = Guid.NewGuid(),
                Receiver = party,
                Holder = party,
                Purpose = default,
                Bases = default,
                PolicyHash = string.Empty,
                LawDate = OsloTime.DateAt(now),
                Given = CellSet.Empty,
                Caller = $"operator {Environment.MachineName}",
            },
            Holder = new HolderPart(Text, SourceCalled: false, "none", Dropped: 0),
            Sealed = new SealedPart($"{Person}\n{OperatorReading.Identity}", Reference, string.Empty),
            ReleaseCommitment = SHA256.HashData(RandomNumberGenerator.GetBytes(NonceSize)),
        };
        return await audit.RecordAsync(
            draft, KeyScope.Operator, FactVersions.NotRead, change, CancellationToken.None);
    }
}
