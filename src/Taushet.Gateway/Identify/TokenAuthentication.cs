using System.Globalization;
using System.Text.Encodings.Web;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Taushet.Gateway.Errors;

namespace Taushet.Gateway.Identify;

/// <summary>Authenticates calls by their bearer token; answers a missing or bad one as gRPC does.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    TokenValidator validator,
    Attempts attempts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Token";

    private const string Prefix = "Bearer ";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count != 1 || header[0]?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) != true)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return validator.ValidateAsync(header[0]![Prefix.Length..].Trim()).AsTask();
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        attempts.Note(result.Failure is null ? AttemptKind.NoToken : AttemptKind.BadToken, Rpc(Context));
        Response.Headers.WWWAuthenticate = "Bearer";
        Refuse(StatusCode.Unauthenticated, Refusals.NoValidToken, StatusCodes.Status401Unauthorized);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        attempts.Note(AttemptKind.NotAllowed, Rpc(Context));
        Refuse(StatusCode.PermissionDenied, "Not allowed.", StatusCodes.Status403Forbidden);
        return Task.CompletedTask;
    }

    /// <summary>The rpc called when it is one of ours; anything else is one name, so that nobody can fill a table or a log.</summary>
    internal static string Rpc(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Grpc.AspNetCore.Server.GrpcMethodMetadata>()?.Method.FullName ?? "unknown";

    private void Refuse(StatusCode code, string text, int otherwise)
    {
        if (Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            Response.StatusCode = otherwise;
            return;
        }

        // Trailers only: the status stands in the headers and no body follows.
        Response.StatusCode = StatusCodes.Status200OK;
        Response.Headers[HeaderNames.ContentType] = "application/grpc";
        Response.Headers["grpc-status"] = ((int)code).ToString(CultureInfo.InvariantCulture);
        Response.Headers["grpc-message"] = text;
    }
}
