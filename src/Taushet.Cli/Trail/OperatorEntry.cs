using System.Security.Cryptography;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;

namespace Taushet.Cli.Trail;

/// <summary>The entry of what whoever operates the gateway does with the trail from the command line.</summary>
internal static class OperatorEntry
{
    /// <summary>The identity under which what an operator does is logged.</summary>
    public const string Identity = "operator";

    private const int NonceSize = 32;

    /// <summary>Drafts it.</summary>
    /// <param name="kind">What is done.</param>
    /// <param name="person">The operator's reference.</param>
    /// <param name="reference">What it is done for.</param>
    /// <param name="text">What the entry tells openly.</param>
    /// <param name="criteria">What it tells sealed, beside the person and the reference.</param>
    /// <param name="now">When.</param>
    public static EntryDraft Draft(EntryKind kind, string person, string reference, string text, string criteria, DateTimeOffset now)
    {
        // The operator is no party: the entry is nobody's but the child's, when one was asked for.
        var party = new PartyRef(string.Empty, string.Empty, Service.Supervision, Known<ServiceForm>.Unknown);
        return new EntryDraft
        {
            Public = new PublicPart
            {
                TimeMicros = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Kind = kind,
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
            Holder = new HolderPart(text, SourceCalled: false, "none", Dropped: 0),
            Sealed = new SealedPart($"{person}\n{Identity}", reference, criteria),
            ReleaseCommitment = SHA256.HashData(RandomNumberGenerator.GetBytes(NonceSize)),
        };
    }
}
