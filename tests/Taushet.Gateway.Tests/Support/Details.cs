using Google.Rpc;
using Grpc.Core;

namespace Taushet.Gateway.Tests.Support;

/// <summary>Reads google.rpc details of an error.</summary>
internal static class Details
{
    public static Google.Rpc.Status Of(RpcException error) =>
        Google.Rpc.Status.Parser.ParseFrom(error.Trailers.GetValueBytes("grpc-status-details-bin"));

    public static string[] Violations(RpcException error) => Violations(Of(error));

    public static string[] Violations(Google.Rpc.Status status) =>
        [.. status.Details.Where(detail => detail.Is(BadRequest.Descriptor))
            .SelectMany(detail => detail.Unpack<BadRequest>().FieldViolations)
            .Select(violation => violation.Field)];

    public static TimeSpan? Retry(RpcException error) =>
        Of(error).Details.SingleOrDefault(detail => detail.Is(RetryInfo.Descriptor))?.Unpack<RetryInfo>().RetryDelay.ToTimeSpan();

    public static string? Reason(RpcException error) => error.Trailers.GetValueBytes("grpc-status-details-bin") is null
        ? null
        : Of(error).Details.SingleOrDefault(detail => detail.Is(ErrorInfo.Descriptor))?.Unpack<ErrorInfo>().Reason;

    public static string RequestId(RpcException error) =>
        Of(error).Details.Single(detail => detail.Is(RequestInfo.Descriptor)).Unpack<RequestInfo>().RequestId;
}
