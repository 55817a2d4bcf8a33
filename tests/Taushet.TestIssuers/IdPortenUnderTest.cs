namespace Taushet.TestIssuers;

/// <summary>Mints tokens of ID-porten: a citizen.</summary>
/// <param name="audience">Whom they are for.</param>
public sealed class IdPortenUnderTest(string audience) : IssuerUnderTest("https://test.idporten.invalid", audience)
{
    /// <summary>A citizen's access token.</summary>
    public TokenDraft Citizen(DateTimeOffset now, string pid) => Draft(now, "at+jwt")
        .With("client_id", "taushet-portal")
        .With("sub", "cGFpcndpc2U")
        .With("pid", pid)
        .With("acr", "idporten-loa-high")
        .With("scope", "openid taushet:share");

    /// <summary>A citizen's id token, which is no access token.</summary>
    public TokenDraft IdToken(DateTimeOffset now, string pid) => Citizen(now, pid)
        .WithHeader("typ", "JWT")
        .With("nonce", "n-1")
        .With("at_hash", "AAAA");
}
