using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Trail.Reports;

/// <summary>The service of reports on the wire. Hands each call to its flow.</summary>
internal sealed class LogReportService(Reception reception, ReportFlow reports, StatisticsFlow statistics, GatewayOptions options)
    : V1.LogReportService.LogReportServiceBase
{
    /// <inheritdoc/>
    public override async Task GetReport(
        GetReportRequest request, IServerStreamWriter<GetReportResponse> responseStream, ServerCallContext context)
    {
        using var limit = reception.Limit(context, options.StreamDeadlineCap, options.StreamDeadlineCap);
        var call = reception.Take(RequestIds.New(), context, limit);
        await reports.RunAsync(call, context.Method, request, responseStream);
    }

    /// <inheritdoc/>
    public override Task<GetStatisticsResponse> GetStatistics(GetStatisticsRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => statistics.RunAsync(call, context.Method, request, faults));
}
