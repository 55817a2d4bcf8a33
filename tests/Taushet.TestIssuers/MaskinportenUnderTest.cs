namespace Taushet.TestIssuers;

/// <summary>Mints the tokens of Maskinporten: Bearer, a machine of the consumer.</summary>
/// <param name="audience">The resource that tokens are for.</param>
public sealed class MaskinportenUnderTest(string audience) : IssuerUnderTest("https://maskinporten.test.invalid/", audience)
{
    /// <summary>A token of an organisation, perhaps through a supplier.</summary>
    public TokenDraft Token(DateTimeOffset now, string consumer, string scope = "taushet:share", string? supplier = null)
    {
        var token = Draft(now, type: null)
            .With("client_id", "7ea43b76-6b7d-49e8-af2b-4114ebb66c80")
            .With("client_amr", "private_key_jwt")
            .With("token_type", "Bearer")
            .With("scope", scope)
            .With("consumer", Iso6523(consumer));
        return supplier is null ? token : token.With("supplier", Iso6523(supplier)).With("delegation_source", "https://altinn.invalid");
    }

    /// <summary>A token for one child only.</summary>
    public TokenDraft ForChild(DateTimeOffset now, string consumer, string child) => Token(now, consumer).With("pid", child);

    /// <summary>A system user's token: the consumer is the vendor, and the owner stands in the details.</summary>
    public TokenDraft SystemUser(DateTimeOffset now, string vendor, string owner) => Token(now, vendor).With(
        "authorization_details",
        new[]
        {
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["type"] = "urn:altinn:systemuser",
                ["systemuser_id"] = new[] { "5b7a3c0a-7d0b-4f0c-8a39-bd0b6f0c3d11" },
                ["systemuser_org"] = Iso6523(owner),
                ["system_id"] = "vendor_product",
            },
        });

    /// <summary>A consent token of Altinn.</summary>
    public TokenDraft Consent(DateTimeOffset now, string consumer, string from) => Token(now, consumer).With(
        "authorization_details",
        new[]
        {
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["type"] = "urn:altinn:consent",
                ["from"] = "urn:altinn:person:identifier-no:" + from,
                ["to"] = Iso6523(consumer),
            },
        });
}
