using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Demo.Scenarios;

/// <summary>What a scenario was answered, whichever rpc it called.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Groups">What the law says of each cell.</param>
/// <param name="Information">What was released, or null.</param>
/// <param name="Receipt">The receipt.</param>
/// <param name="Bare">The whole answer without request id, time and receipt: what must be alike in every silence.</param>
internal sealed record Answer(
    ByteString RequestId,
    IReadOnlyList<CellGroup> Groups,
    ChildInformation? Information,
    Receipt Receipt,
    ByteString Bare)
{
    /// <summary>The cells that were given, or in a preview or an assessment would be.</summary>
    public IEnumerable<Cell> Given => Groups
        .Where(group => group.Outcome is Outcome.Must or Outcome.MayOnRequest or Outcome.MayByHolder && group.Reason == ReasonCode.Unspecified)
        .SelectMany(group => group.Cells);

    /// <summary>The released bytes, as they stood on the wire; none when nothing was released.</summary>
    public byte[] Released => Information?.ToByteArray() ?? [];

    /// <summary>Reads an answer to a request.</summary>
    public static Answer Of(RequestInformationResponse response) => new(
        response.RequestId,
        response.Groups,
        response.Information,
        response.Receipt,
        new RequestInformationResponse(response)
        {
            RequestId = ByteString.Empty,
            DecidedAt = null,
            Receipt = null,
            Pending = null,
        }.ToByteString());

    /// <summary>Reads an answer to a preview.</summary>
    public static Answer Of(PreviewResponse response) => new(
        response.RequestId,
        response.Groups,
        Information: null,
        response.Receipt,
        new PreviewResponse(response) { RequestId = ByteString.Empty, DecidedAt = null, Receipt = null }.ToByteString());

    /// <summary>Reads an answer to an assessment.</summary>
    public static Answer Of(AssessResponse response) => new(
        response.RequestId,
        response.Groups,
        Information: null,
        response.Receipt,
        new AssessResponse(response) { RequestId = ByteString.Empty, DecidedAt = null, Receipt = null }.ToByteString());
}
