using System.Globalization;
using System.Security.Cryptography;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Export;

/// <summary>The entry of an export by whoever operates the gateway.</summary>
/// <param name="Reader">The operator's reference.</param>
/// <param name="Reference">What the export is for.</param>
/// <param name="Format">Its form.</param>
/// <param name="Selection">What it holds.</param>
internal sealed record OperatorReading(string Reader, string Reference, string Format, ExportSelection Selection)
{
    /// <summary>The identity under which an operator's readings are logged.</summary>
    public const string Identity = "operator";

    private const int NonceSize = 32;

    /// <summary>Stores the entry.</summary>
    /// <returns>Whether it is durable: else nothing may be exported.</returns>
    public async Task<bool> StoreAsync(IAuditStore audit, TimeProvider clock, CancellationToken cancellation)
    {
        // The operator is no party: the entry is nobody's but the child's, when one was asked for.
        var party = new PartyRef(string.Empty, string.Empty, Service.Supervision, Known<ServiceForm>.Unknown);
        var now = clock.GetUtcNow();
        var draft = new EntryDraft
        {
            Public = new PublicPart
            {
                TimeMicros = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Kind = EntryKind.LogExported,
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
            Holder = new HolderPart($"log-export.v1\nformat {Format}\n", SourceCalled: false, "none", Dropped: 0),
            Sealed = new SealedPart(
                $"{Reader}\noperator",
                Reference,
                string.Create(CultureInfo.InvariantCulture, $"log-criteria.v1\nfrom {Selection.From}\nto {Selection.To}\n")),
            ReleaseCommitment = SHA256.HashData(RandomNumberGenerator.GetBytes(NonceSize)),
        };
        var subject = Selection.Child ?? new SubjectKey(null, "log-reader operator");
        var result = await audit.AppendAsync(draft, subject, Selection.Organisation, FactVersions.NotRead, cancellation);
        return result.Match(_ => true, () => false, () => false, () => false);
    }
}
