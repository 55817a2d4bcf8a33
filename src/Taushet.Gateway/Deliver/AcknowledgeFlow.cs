using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Takes a receiver's word that it has a delivery durably, with the entry of it.</summary>
internal sealed class AcknowledgeFlow(HolderAdmission admission, DeliveryFinding finding, Storing audit, RunningLaw law)
{
    private const int LongestReceipt = 64;

    /// <summary>Takes one acknowledgement.</summary>
    public async Task<Wire.AcknowledgeResponse> RunAsync(Call call, string rpc, Wire.AcknowledgeRequest asked, FieldFaults faults)
    {
        if (asked.DeliveryId.Length != WireIds.Length)
        {
            faults.Add("delivery_id", "must be 16 bytes");
        }

        if (asked.ReceiverReceipt.Length is 0 or > LongestReceipt)
        {
            faults.Add("receiver_receipt", "must be 1 to 64 bytes");
        }

        var receiver = await admission.AdmitAsync(call, rpc, asked.Receiver, faults, "receiver");
        var delivery = WireIds.Read(asked.DeliveryId);
        var address = PartyForms.AddressOf(asked.Receiver);
        var stored = await finding.OfReceiverAsync(call, delivery, address);
        if (stored.AcknowledgedAt is null && await StoreAsync(call, receiver, stored, asked.ReceiverReceipt) is { } receipt)
        {
            return new Wire.AcknowledgeResponse
            {
                AcknowledgedAt = Timestamp.FromDateTimeOffset(call.Instant),
                ReceiverReceipt = asked.ReceiverReceipt,
                Receipt = receipt,
            };
        }

        var first = stored.AcknowledgedAt is null ? await finding.OfReceiverAsync(call, delivery, address) : stored;
        return new Wire.AcknowledgeResponse
        {
            AcknowledgedAt = Timestamp.FromDateTimeOffset(first.AcknowledgedAt ?? throw finding.CannotGather(call)),
            ReceiverReceipt = ByteString.CopyFrom(first.ReceiverReceipt!.Value.Span),
            RepeatedAcknowledgement = true,
        };
    }

    // Null when another acknowledgement came first.
    private async Task<Wire.Receipt?> StoreAsync(Call call, PartyRef receiver, StoredDisclosure stored, ByteString receipt)
    {
        var row = stored.Row;
        var holder = new HolderPart(
            $"disclosure-received.v1\ndelivery {row.Delivery:N}\n", SourceCalled: false, "none", Dropped: 0);
        var pending = new Pending([], information: null, CellSet.Empty, holder);
        var draft = new EntryDraft
        {
            Public = new PublicPart
            {
                TimeMicros = (call.Instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Kind = EntryKind.DisclosureReceived,
                Flow = Flow.Pull,
                RequestId = row.Id,
                Receiver = receiver,
                Holder = new PartyRef(row.Sender.Organisation, row.Sender.Unit, row.Sender.Service, Known<ServiceForm>.Unknown),
                Purpose = default,
                Bases = default,
                PolicyHash = law.Policies.Hash,
                LawDate = call.LawDate,
                Given = CellSet.Empty,
                Caller = call.Caller.Text,
            },
            Holder = holder,
            Sealed = new SealedPart(string.Empty, CaseReference: string.Empty, Snapshot: string.Empty),
            ReleaseCommitment = pending.Commitment,
        };
        var change = new RegisterChange.OfAcknowledgement(row.Delivery, receipt.Memory, call.Instant);
        var proof = await audit.StoreAsync(call, draft, stored.Subject, FactVersions.NotRead, duty: false, change);
        return proof is null ? null : Releasing.Prove(proof, pending);
    }
}
