using System.Globalization;
using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace Taushet.Gateway.Errors;

/// <summary>Answers a call that no service has seen: as gRPC does when it is one, else by a plain status.</summary>
internal static class EarlyRefusal
{
    /// <summary>Writes the answer.</summary>
    /// <param name="context">The call.</param>
    /// <param name="refusal">What a gRPC call is told.</param>
    /// <param name="otherwise">The status of any other call.</param>
    public static void Write(HttpContext context, RpcException refusal, int otherwise)
    {
        var response = context.Response;
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            response.StatusCode = otherwise;
            return;
        }

        // Trailers only: the status stands in the headers and no body follows.
        response.StatusCode = StatusCodes.Status200OK;
        response.Headers[HeaderNames.ContentType] = "application/grpc";
        response.Headers["grpc-status"] = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = refusal.Status.Detail;
        if (refusal.Trailers.GetValueBytes(Refusals.DetailsTrailer) is { } details)
        {
            response.Headers[Refusals.DetailsTrailer] = Convert.ToBase64String(details).TrimEnd('=');
        }
    }
}
