using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Release;

namespace Taushet.Gateway.Receive;

/// <summary>The id of a request: the caller's, or the gateway's own.</summary>
internal static class RequestIds
{
    private const string Field = "request_id";

    /// <summary>Takes the id of a single call, and chooses one where none was sent.</summary>
    public static Guid Take(ByteString sent, FieldFaults faults)
    {
        if (!sent.IsEmpty && sent.Length != WireIds.Length)
        {
            faults.Add(Field, "must be 16 bytes or empty");
        }

        return sent.Length == WireIds.Length ? WireIds.Read(sent) : New();
    }

    /// <summary>Takes the id of one item among many, by which alone its answer is known.</summary>
    /// <param name="sent">As it was sent.</param>
    /// <param name="taken">The ids of the items before; this one is added.</param>
    /// <param name="faults">Where an absent or repeated id is noted.</param>
    public static Guid TakeUnique(ByteString sent, ISet<Guid> taken, FieldFaults faults)
    {
        if (sent.Length != WireIds.Length)
        {
            faults.Add(Field, "must be 16 bytes");
            return New();
        }

        var id = WireIds.Read(sent);
        if (!taken.Add(id))
        {
            faults.Add(Field, "must not repeat within the stream");
        }

        return id;
    }

    /// <summary>Chooses an id at random.</summary>
    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[WireIds.Length];
        RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes);
    }
}
