namespace Taushet.TestIssuers;

/// <summary>Mints the tokens of HelseID: bound to a client's key, with scopes as a list.</summary>
/// <param name="audience">The API's short name.</param>
public sealed class HelseIdUnderTest(string audience) : IssuerUnderTest("https://helseid-sts.test.invalid", audience)
{
    private const string Identity = "helseid://claims/identity/";
    private const string Client = "helseid://claims/client/claims/";

    /// <summary>The claim that carries an attest here.</summary>
    public const string AttestClaim = "nhn:tillitsrammeverk:parameters";

    /// <summary>A machine's token, bound to a key.</summary>
    public TokenDraft Machine(DateTimeOffset now, string parent, TestKey client, string? child = null) => Draft(now, "at+jwt")
        .With("client_id", "f59b6a4d-1b8f-4f4e-8f0a-5b1d8a3f9f10")
        .With("client_amr", "private_key_jwt")
        .With("scope", new[] { "nhn:taushet/share", "taushet:share" })
        .With("helseid://claims/client/client_name", "Journal system")
        .With(Client + "orgnr_parent", parent)
        .With(Client + "orgnr_child", child)
        .With("cnf", new Dictionary<string, object?>(StringComparer.Ordinal) { ["jkt"] = client.Thumbprint });

    /// <summary>An employee's token, bound to a key.</summary>
    public TokenDraft Employee(DateTimeOffset now, string parent, TestKey client, string pid, string? hpr = "565501872") => Machine(now, parent, client)
        .With("sub", "Qm9yZ2Vy" + "MTIzNDU2")
        .With(Identity + "pid", pid)
        .With(Identity + "security_level", "4")
        .With("helseid://claims/hpr/hpr_number", hpr);

    /// <summary>An attest of an employee about a child.</summary>
    public static Dictionary<string, object?> Attest(DateTimeOffset made, string practitioner, string entity, params string[] children) => new(StringComparer.Ordinal)
    {
        ["attestation"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["toa"] = made.ToUnixTimeSeconds(),
            ["practitioner"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["identifier"] = Id(practitioner),
                ["hpr_nr"] = Id("565501872"),
                ["legal_entity"] = Id(entity),
            },
            ["care_relation"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["healthcare_service"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "S03", ["system"] = "urn:oid:2.16.578.1.12.4.1.1.8655" },
                ["purpose_of_use"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "TREAT", ["system"] = "urn:oid:2.16.840.1.113883.1.11.20448" },
                ["decision_ref"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = "decision-9", ["user_selected"] = true },
            },
            ["patients"] = children.Select(child => new Dictionary<string, object?>(StringComparer.Ordinal) { ["identifier"] = Id(child) }).ToArray(),
        },
    };

    private static Dictionary<string, object?> Id(string id) => new(StringComparer.Ordinal) { ["id"] = id };
}
