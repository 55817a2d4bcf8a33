using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Release;
using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>One item of a batch stream as it was read.</summary>
/// <param name="Position">Its place in the stream, from 0.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Call">The item as a call of its own.</param>
/// <param name="Faults">What is wrong with its id.</param>
internal sealed record BatchItem(int Position, RequestInformationRequest Request, Call Call, FieldFaults Faults)
{
    /// <summary>Why the item is refused before anything is asked; null when it is not.</summary>
    public RpcException? Refused { get; init; }

    /// <summary>The item has an answer.</summary>
    public static RequestInformationBatchResponse Answered(RequestInformationResponse answer) => new() { Answer = answer };

    /// <summary>The item has none.</summary>
    public RequestInformationBatchResponse Failed(RpcException why) => new()
    {
        Error = new BatchItemError
        {
            RequestId = Request.RequestId.Length == WireIds.Length ? Request.RequestId : ByteString.Empty,
            Position = (uint)Position,
            Status = Refusals.StatusOf(why),
        },
    };
}
