using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Audit;

/// <summary>An answer that waits for its receipt.</summary>
/// <remarks>The commitment is made here, from the very message that will be sent.</remarks>
internal sealed class Pending
{
    private const int NonceLength = 32;

    /// <summary>Makes a pending answer.</summary>
    /// <param name="groups">What the law says of each cell.</param>
    /// <param name="information">What would be released, or null: information on a child, or a disclosure as it is delivered.</param>
    /// <param name="given">The cells given, for the entry.</param>
    /// <param name="holder">The holder's part of the entry.</param>
    public Pending(IReadOnlyList<CellGroup> groups, IMessage? information, CellSet given, HolderPart holder)
    {
        Groups = groups;
        Released = information;
        Given = given;
        Holder = holder;
        var released = information?.CalculateSize() ?? 0;
        var bytes = new byte[NonceLength + released];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceLength));
        information?.WriteTo(bytes.AsSpan(NonceLength));
        Nonce = ByteString.CopyFrom(bytes, 0, NonceLength);
        Commitment = SHA256.HashData(bytes);
    }

    /// <summary>What the law says of each cell.</summary>
    public IReadOnlyList<CellGroup> Groups { get; }

    /// <summary>What would be released, or null.</summary>
    public IMessage? Released { get; }

    /// <summary>The information on a child that would be released, or null.</summary>
    public ChildInformation? Information => Released as ChildInformation;

    /// <summary>What becomes of each leaf of brought content.</summary>
    public IReadOnlyList<FieldOutcome> Fields { get; init; } = [];

    /// <summary>Whether the holder owes something that a human must give now.</summary>
    public bool OwesByHand { get; init; }

    /// <summary>What is stored with the entry, or null.</summary>
    public RegisterChange? Change { get; init; }

    /// <summary>What the answer tells of what goes by hand, or null.</summary>
    public HandDelivery? ByHand { get; init; }

    /// <summary>Whether the asserted bases leave something to the holder: depends on the request alone.</summary>
    public bool LeftToHolder { get; init; }

    /// <summary>Whether something is left to the holder in truth, and undecided.</summary>
    public bool Waits { get; init; }

    /// <summary>The cells given.</summary>
    public CellSet Given { get; }

    /// <summary>The holder's part of the entry.</summary>
    public HolderPart Holder { get; }

    /// <summary>32 random bytes that go to the receiver alone.</summary>
    public ByteString Nonce { get; }

    /// <summary>SHA-256(nonce || released bytes).</summary>
    public byte[] Commitment { get; }
}
