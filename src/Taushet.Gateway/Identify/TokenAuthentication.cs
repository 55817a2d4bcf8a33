using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Taushet.Gateway.Errors;

namespace Taushet.Gateway.Identify;

/// <summary>Authenticates calls by their token and what it is bound to; answers a missing or bad one as gRPC does.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    TokenValidator validator,
    BoundTokens bound,
    PersonAssertions persons,
    TokenRefusals refusals,
    Attempts attempts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Token";

    // One text for every fault: what is wrong with a token is nobody's business but the issuer's.
    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The token does not hold.");

    private TokenFault fault;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented.Of(Request.Headers.Authorization) is not { } presented)
        {
            return AuthenticateResult.NoResult();
        }

        var verdict = await validator.ValidateAsync(presented.Token, Context.RequestAborted);
        if (verdict.Caller is not { } caller)
        {
            fault = verdict.Fault;
            return Refused;
        }

        fault = await bound.CheckAsync(caller.Binding, presented, Request.Headers[Presented.ProofScheme], Context);
        if (fault != TokenFault.None)
        {
            refusals.Note(caller.Issuer, fault);
            return Refused;
        }

        var principal = new CallerPrincipal(await persons.AddAsync(caller, Context));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        attempts.Note(result.Failure is null ? AttemptKind.NoToken : AttemptKind.BadToken, Rpc(Context));
        Response.Headers[HeaderNames.WWWAuthenticate] = Challenges.For(fault);
        var refusal = fault == TokenFault.ProofStore ? Refusals.ProofNotChecked() : Refusals.NoToken();
        EarlyRefusal.Write(Context, refusal, StatusCodes.Status401Unauthorized);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        attempts.Note(AttemptKind.NotAllowed, Rpc(Context));
        EarlyRefusal.Write(Context, Refusals.NotForCaller(Receive.RequestIds.New()), StatusCodes.Status403Forbidden);
        return Task.CompletedTask;
    }

    /// <summary>The rpc called when it is one of ours; anything else is one name, so that nobody can fill a table or a log.</summary>
    internal static string Rpc(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Grpc.AspNetCore.Server.GrpcMethodMetadata>()?.Method.FullName ?? "unknown";
}
