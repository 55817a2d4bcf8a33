using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Trail.Own;
using Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>The service of the log's readers on the wire. Hands each call to its flow.</summary>
internal sealed class AccessLogService(
    Reception reception,
    SearchFlow search,
    EntryFlow entries,
    ExportFlow exports,
    OwnLogFlow own,
    GatewayOptions options)
    : V1.AccessLogService.AccessLogServiceBase
{
    /// <inheritdoc/>
    public override Task<SearchEntriesResponse> SearchEntries(SearchEntriesRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => search.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetEntryResponse> GetEntry(GetEntryRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => entries.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListAccessesToMeResponse> ListAccessesToMe(ListAccessesToMeRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => own.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override async Task ExportEntries(
        ExportEntriesRequest request, IServerStreamWriter<ExportEntriesResponse> responseStream, ServerCallContext context)
    {
        using var limit = reception.Limit(context, options.StreamDeadlineCap, options.StreamDeadlineCap);
        var call = reception.Take(RequestIds.New(), context, limit);
        await exports.RunAsync(call, context.Method, request, responseStream);
    }
}
