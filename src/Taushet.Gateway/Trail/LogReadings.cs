using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>Stores that the log was read.</summary>
/// <remarks>INVARIANT: a reading of the log is durably stored before anything of it is answered.</remarks>
internal sealed class LogReadings(Storing audit, RunningLaw law)
{
    /// <summary>Stores the entry of a reading.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reading">What was read.</param>
    /// <returns>The entry's receipt.</returns>
    /// <exception cref="Grpc.Core.RpcException">The entry is not known to be durable: nothing may be answered.</exception>
    public async Task<Wire.Receipt> StoreAsync(Call call, LogReading reading) => await StoreAsync(call, reading, change: null)
        ?? throw new InvalidOperationException("A reading relies on no fact, and none can have changed.");

    /// <summary>Stores the entry of what a controller does, together with what it changes.</summary>
    /// <returns>The entry's receipt; null when what was to be changed has changed already: nothing is stored then.</returns>
    /// <exception cref="Grpc.Core.RpcException">The entry is not known to be durable.</exception>
    public async Task<Wire.Receipt?> StoreAsync(Call call, LogReading reading, RegisterChange? change)
    {
        var party = reading.Reader.Party;
        var holder = new HolderPart(reading.Record, SourceCalled: false, "none", Dropped: 0);
        var pending = new Pending([], information: null, CellSet.Empty, holder);
        var draft = new EntryDraft
        {
            Public = new PublicPart
            {
                TimeMicros = (call.Instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Kind = reading.Kind,
                Flow = Flow.Pull,
                RequestId = call.RequestId,
                Receiver = reading.Receiver ?? party,
                Holder = reading.Holder ?? party,
                Purpose = default,
                Bases = default,
                PolicyHash = law.Policies.Hash,
                LawDate = call.LawDate,
                Given = CellSet.Empty,
                Caller = call.Caller.Text,
            },
            Holder = holder,
            Sealed = new SealedPart(reading.Reader.Person, reading.Reader.Reference, reading.Criteria),
            ReleaseCommitment = pending.Commitment,
        };
        var subject = reading.Subject ?? KeyScope.ReadersOf(party.Organisation);
        var receipt = await audit.StoreAsync(call, draft, subject, FactVersions.NotRead, duty: false, change);
        return receipt is null ? null : Releasing.Prove(receipt, pending);
    }
}

/// <summary>One reading of the log.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Reader">Who read.</param>
/// <param name="Subject">The child that was asked for, or null: then the entry is nobody's.</param>
/// <param name="Record">What was read, for the party's auditors.</param>
/// <param name="Criteria">What was looked for, without any national number. Sealed.</param>
internal sealed record LogReading(EntryKind Kind, LogReaderParty Reader, SubjectKey? Subject, string Record, string Criteria)
{
    /// <summary>The receiver of the entry that this one is about; null when it is about none.</summary>
    public PartyRef? Receiver { get; init; }

    /// <summary>The holder of the entry that this one is about; null when it is about none.</summary>
    public PartyRef? Holder { get; init; }
}
