using Grpc.Core;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Fetch;
using Taushet.Gateway.Label;
using Taushet.Gateway.Options;
using Wire = Taushet.V1;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>Asks the source for the cells that the gateway would permit, and returns what it says.</summary>
/// <param name="channels">The gateway's channels to sources.</param>
/// <param name="source">The source.</param>
/// <param name="options">The gateway's options: the source's time.</param>
internal sealed class FloorService(SourceChannels channels, Uri source, GatewayOptions options)
    : Wire.SharingService.SharingServiceBase
{
    // What the gateway permits in the measured request, a change of school.
    private static readonly CellSet Permitted = CellCategories.WithTopics(
        Cell.Identity,
        Cell.ClientRelation,
        Cell.ChildSchooling,
        Cell.Attendance,
        Cell.DecisionsEducation);

    /// <inheritdoc/>
    public override async Task<Wire.RequestInformationResponse> RequestInformation(
        Wire.RequestInformationRequest request,
        ServerCallContext context)
    {
        var channel = channels.For(source);
        var deadline = TimeProvider.System.GetUtcNow() + options.SourceTimeout;
        var answer = await channel.Invoker.AsyncUnaryCall(
            SourceAnswer.Rpc,
            host: null,
            new CallOptions(channel.Headers(), deadline.UtcDateTime, context.CancellationToken),
            FetchOf(request));
        return new Wire.RequestInformationResponse
        {
            RequestId = request.RequestId,
            CaseReference = request.Inquiry.CaseReference,
            Information = answer.Information,
        };
    }

    private static Wire.GetLeavesRequest FetchOf(Wire.RequestInformationRequest request)
    {
        var fetch = new Wire.GetLeavesRequest
        {
            RequestId = request.RequestId,
            Child = request.Inquiry.Child,
            Holder = request.Inquiry.Holder,
            Asker = request.Inquiry.Receiver,
            ActingPerson = request.Inquiry.ActingPerson,
            Purpose = request.Inquiry.Purpose,
            RuleIds = { "oppl-25-1-new-school" },
            Needs = { Wire.Need.Teach },
        };
        foreach (var cell in Permitted)
        {
            fetch.Cells.Add((Wire.Cell)(int)cell);
        }

        foreach (var leaf in RecordMask.OfChildInformation.Leaves)
        {
            if (Permitted.Contains(leaf.Cell))
            {
                fetch.Mask.Add(leaf.Path);
            }
        }

        return fetch;
    }
}
