using System.Globalization;
using Grpc.Core;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Errors;

/// <summary>
/// A message that cannot be parsed never reaches an interceptor, and the server calls it UNKNOWN. It is the caller's fault and
/// is told so. In a stream it is read by the call itself, which tells so: see <see cref="IncomingMessages{T}"/>.
/// </summary>
internal sealed class UnreadableMessages(RequestDelegate next, Attempts attempts)
{
    private static readonly string Unknown = ((int)StatusCode.Unknown).ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs the call, and renames its end.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        // The front takes the call as its first act: without one, the front was not reached.
        var response = context.Response;
        if (response.HasStarted || response.Headers["grpc-status"] != Unknown || context.Features.Get<Call>() is not null)
        {
            return;
        }

        attempts.Note(AttemptKind.Malformed, TokenAuthentication.Rpc(context));
        var refusal = Refusals.Unreadable(RequestIds.New());
        response.Headers["grpc-status"] = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = refusal.Status.Detail;
        response.Headers[Refusals.DetailsTrailer] =
            Convert.ToBase64String(refusal.Trailers.GetValueBytes(Refusals.DetailsTrailer)!).TrimEnd('=');
    }
}
