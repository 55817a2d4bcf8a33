using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Tests.Support;

namespace Taushet.Gateway.Tests.Altinn;

public sealed class AltinnConsentsTests : IDisposable
{
    private const string Details = "authorization_details";
    private readonly AltinnTokens tokens = new();

    /// <summary>What is changed in a good token, and the claim that is then at fault.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "type", "\"urn:altinn:concent\"", $"{Details}[0].type" },
        { "type", "\"urn:altinn:systemuser\"", $"{Details}[0].type" },
        { "type", "null", $"{Details}[0].type" },
        { "id", "\"17\"", $"{Details}[0].id" },
        { "from", "\"urn:altinn:person:identifier-no:OTHER\"", $"{Details}[0].from" },
        { "from", "\"urn:altinn:organization:identifier-no:CHILD\"", $"{Details}[0].from" },
        { "from", "\"CHILD\"", $"{Details}[0].from" },
        { "to", "{ \"authority\": \"iso6523-actorid-upis\", \"ID\": \"0192:999999999\" }", $"{Details}[0].to" },
        { "to", "{ \"authority\": \"iso6523-actorid-upis\", \"ID\": \"9908:RECEIVER\" }", $"{Details}[0].to" },
        { "to", "\"0192:RECEIVER\"", $"{Details}[0].to" },
        { "consented", "\"2026-09-02T09:00:00Z\"", $"{Details}[0].consented" },
        { "consented", "\"2026-08-30T09:00:00\"", $"{Details}[0].consented" },
        { "consented", "1756540800", $"{Details}[0].consented" },
        { "validTo", "\"2026-08-31T09:00:00Z\"", $"{Details}[0].validTo" },
        { "validTo", "\"2026-09-01T18:00:00Z\"", $"{Details}[0].validTo" },
        { "validTo", "\"for ever\"", $"{Details}[0].validTo" },
        { "consentRights", "[]", $"{Details}[0].consentRights" },
        { "consentRights", "{}", $"{Details}[0].consentRights" },
        { "consentRights[0].action", "[\"consent\", \"read\"]", $"{Details}[0].consentRights[0].action" },
        { "consentRights[0].action", "[\"read\"]", $"{Details}[0].consentRights[0].action" },
        { "consentRights[0].resource", "[]", $"{Details}[0].consentRights[0].resource" },
        { "consentRights[0].resource", "[{ \"type\": \"urn:altinn:resource\", \"value\": \"other\" }]", $"{Details}[0].consentRights[0].resource" },
        { "consentRights[0].resource", "[{ \"type\": \"urn:altinn:app\", \"value\": \"RESOURCE\" }]", $"{Details}[0].consentRights[0].resource" },
        { "consentRights[0].metadata", "{ \"year\": \"2026\" }", $"{Details}[0].consentRights[0].metadata" },
        { "consentRights[0].metadata", "{ \"omfang\": \"everything\" }", $"{Details}[0].consentRights[0].metadata" },
        { "consentRights[0].metadata", "{ \"omfang\": 1 }", $"{Details}[0].consentRights[0].metadata" },
        { "consentRights[0].metaData", "{ \"omfang\": \"alt\" }", $"{Details}[0].consentRights[0].metadata" },
    };

    [Fact]
    public async Task Read_GoodToken_ShowsTheConsentAndNoMore()
    {
        var consent = (await tokens.ReadAsync()).Consent.ShouldNotBeNull();

        consent.Reference.ShouldBe("altinn 6a6a3bb6-1e3c-4c9a-8a1c-1b9c2f4b7d10");
        consent.ByChild.ShouldBeTrue();
        (consent.From, consent.To).ShouldBe((new DateOnly(2026, 8, 30), new DateOnly(2026, 12, 31)));
        var right = consent.Rights.ShouldHaveSingleItem();
        right.Cells.ShouldBe(CellCategories.WithTopics(Cell.ChildSchooling, Cell.Attendance, Cell.SignsDevelopment));
        right.Purposes.ShouldBe(MemberSet<Purpose>.Of(Purpose.ExpertAssessment));
        right.Receivers.ShouldBe(ServiceSet.Of(Service.EducationalPsychology));
    }

    [Fact]
    public async Task Read_BothSpellingsOfMetadata_NarrowAlike()
    {
        foreach (var spelling in new[] { "metadata", "metaData" })
        {
            var read = await tokens.ReadAsync(claims =>
            {
                var right = Right(claims);
                right.Remove("metadata");
                right[spelling] = new JsonObject { ["omfang"] = "laering" };
            });

            read.Consent.ShouldNotBeNull().Rights[0].Cells.ShouldBe(CellCategories.WithTopics(Cell.ChildSchooling));
        }
    }

    [Fact]
    public async Task Read_SeveralRights_AreNeverPutTogether()
    {
        var read = await tokens.ReadAsync(claims =>
        {
            var narrow = Right(claims).DeepClone().AsObject();
            narrow["metadata"] = new JsonObject { ["omfang"] = "laering" };
            claims[Details]![0]!["consentRights"]!.AsArray().Add(narrow);
        });

        read.Consent!.Rights.Length.ShouldBe(2);
        read.Consent.Rights[1].Cells.ShouldBe(CellCategories.WithTopics(Cell.ChildSchooling));
    }

    [Fact]
    public async Task Read_GuardianThatTheCallerVerified_IsNotTheChild()
    {
        var read = await tokens.ReadAsync(
            claims => claims[Details]![0]!["from"] = $"urn:altinn:person:identifier-no:{AltinnTokens.Parent}",
            AltinnTokens.Expected(AltinnTokens.Parent));

        read.Consent.ShouldNotBeNull().ByChild.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-12-31T22:59:59Z", 31)]
    [InlineData("2026-12-31T12:00:00Z", 30)]
    [InlineData("2026-12-31T23:00:00Z", 31)]
    public async Task Read_ValidTo_TheRecordEndsWithTheLastWholeDay(string validTo, int day) =>
        (await tokens.ReadAsync(claims => claims[Details]![0]!["validTo"] = validTo)).Consent!.To
            .ShouldBe(new DateOnly(2026, 12, day));

    [Fact]
    public async Task Read_ValidToAtTheEndOfTheCalendar_IsTaken() =>
        (await tokens.ReadAsync(claims => claims[Details]![0]!["validTo"] = "9999-12-31T23:59:59Z")).Consent!.To.Year.ShouldBe(9999);

    /// <summary>INVARIANT: a resource, a metadata key or a metadata value that the catalogue does not name means nothing and is refused.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Read_ClaimThatDoesNotHold_IsNamedAndNoValueIsShown(string changed, string value, string at)
    {
        value = value.Replace("CHILD", AltinnTokens.Child).Replace("OTHER", AltinnTokens.Parent)
            .Replace("RECEIVER", AltinnTokens.Receiver).Replace("RESOURCE", AltinnTokens.Resource);
        var read = await tokens.ReadAsync(claims =>
        {
            var target = changed.StartsWith("consentRights[0].", StringComparison.Ordinal) ? Right(claims) : claims[Details]![0]!.AsObject();
            target[changed.Split('.')[^1]] = JsonNode.Parse(value);
        });

        read.Consent.ShouldBeNull();
        read.Faults.Select(fault => fault.Claim).ShouldBe([at]);
        var told = string.Join(' ', read.Faults);
        told.ShouldNotContain(AltinnTokens.Child);
        told.ShouldNotContain(AltinnTokens.Parent);
        told.ShouldNotContain(AltinnTokens.Receiver);
    }

    [Fact]
    public async Task Read_ConsumerThatIsNotTheReceiver_OrNoDetails_IsRefused()
    {
        (await tokens.ReadAsync(claims => claims["consumer"]!["ID"] = $"0192:{People.Organisation(5)}")).Faults
            .ShouldHaveSingleItem().Claim.ShouldBe("consumer");
        (await tokens.ReadAsync(claims => claims.Remove(Details))).Consent.ShouldBeNull();
        (await tokens.ReadAsync(claims => claims[Details]!.AsArray().Add(claims[Details]![0]!.DeepClone()))).Consent.ShouldBeNull();
    }

    /// <summary>INVARIANT: no claim of a consent token is read before its signature, issuer, audience and expiry hold.</summary>
    [Fact]
    public async Task Read_TokenThatDoesNotHold_SaysNothingElse()
    {
        using var others = new AltinnTokens();
        var good = tokens.Sign(AltinnTokens.Claims());
        var unsigned = new JsonWebTokenHandler().CreateToken(AltinnTokens.Claims().ToJsonString());
        var parts = good.Split('.');
        var stolen = tokens.Sign(With(claims => claims[Details]![0]!["from"] = $"urn:altinn:person:identifier-no:{AltinnTokens.Parent}"));
        string[] bad =
        [
            string.Empty, "token", good[..^6] + "AAAAAA", unsigned, new string('a', 20_000),
            $"{parts[0]}.{stolen.Split('.')[1]}.{parts[2]}",
            others.Sign(AltinnTokens.Claims()),
            tokens.Sign(AltinnTokens.Claims(), SecurityAlgorithms.RsaSsaPssSha256),
            tokens.Sign(With(claims => claims["iss"] = "https://test.maskinporten.invalid")),
            tokens.Sign(With(claims => claims["aud"] = "unspecified")),
            tokens.Sign(With(claims => claims.Remove("aud"))),
            tokens.Sign(With(claims => claims["aud"] = new JsonArray(AltinnTokens.Audience, "https://other.test/"))),
            tokens.Sign(With(claims => claims["exp"] = AltinnTokens.Now.AddSeconds(-6).ToUnixTimeSeconds())),
            tokens.Sign(With(claims => claims.Remove("exp"))),
            tokens.Sign(With(claims => claims["nbf"] = AltinnTokens.Now.AddSeconds(6).ToUnixTimeSeconds())),
        ];
        foreach (var (place, token) in bad.Index())
        {
            var read = await tokens.Consents.ReadAsync(token, AltinnTokens.Expected(), default);

            read.Consent.ShouldBeNull($"token {place}");
            read.Faults.ShouldBe([new AltinnFault(string.Empty, "does not hold")], $"token {place}");
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{ \"resources\": [ { \"resource\": \"r\" } ] }")]
    [InlineData("{ \"resources\": [ { \"resource\": \"r\", \"area\": \"school\", \"holders\": [], \"receivers\": [\"PPT\"], \"cells\": [\"ATT\"], \"purposes\": [\"contact\"] } ] }")]
    [InlineData("{ \"resources\": [ { \"resource\": \"r\", \"area\": \"school\", \"holders\": [\"SKO\"], \"receivers\": [\"PPT\"], \"cells\": [\"NOPE\"], \"purposes\": [\"contact\"] } ] }")]
    [InlineData("{ \"resources\": [ { \"resource\": \"r\", \"area\": \"x\", \"holders\": [\"SKO\"], \"receivers\": [\"PPT\"], \"cells\": [\"ATT\"], \"purposes\": [] } ] }")]
    [InlineData("{ \"resources\": [ { \"resource\": \"r\", \"area\": \"school\", \"holders\": [\"SKO\"], \"receivers\": [\"PPT\"], \"cells\": [\"ATT\"], \"purposes\": [\"contact\"], \"metadata\": { \"k\": true } } ] }")]
    public void Catalogue_ThatDoesNotHold_IsRefusedWhole(string json) =>
        Should.Throw<FormatException>(() => AltinnCatalogue.Parse(json));

    [Fact]
    public void Check_OfOptions_FindsWhatIsMissing()
    {
        AltinnCheck.Faults(tokens.Options).ShouldBeEmpty();
        AltinnCheck.Faults(tokens.Options with { Audience = string.Empty, KeysFile = "none", CatalogueFile = "none", Algorithms = ["HS256"] })
            .Count().ShouldBe(4);
        AltinnCheck.Faults(tokens.Options with { KeysFile = null, MetadataAddress = "http://issuer" }).Count().ShouldBe(1);
    }

    public void Dispose() => tokens.Dispose();

    private static JsonObject Right(JsonObject claims) => claims[Details]![0]!["consentRights"]![0]!.AsObject();

    private static JsonObject With(Action<JsonObject> change)
    {
        var claims = AltinnTokens.Claims();
        change(claims);
        return claims;
    }
}
