using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Cli.Tests.Support;
using Taushet.Cli.Tokens;

namespace Taushet.Cli.Tests.Tokens;

public sealed class TokenCommandTests : IDisposable
{
    private const string Organisation = "310000000";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Folder folder = new();

    [Fact]
    public async Task Token_ClaimsAndLifetime_AreThoseAskedFor()
    {
        var told = await MintAsync("--client", "journal", "--minutes", "7");

        told.Code.ShouldBe(0, told.Errors);
        var token = new JsonWebToken(told.Lines.ShouldHaveSingleItem());
        var issued = StoppedClock.Now.ToUnixTimeSeconds();
        token.GetPayloadValue<string>("iss").ShouldBe(DevelopmentIssuer.Name);
        token.Audiences.ShouldBe([DevelopmentIssuer.Audience]);
        token.GetPayloadValue<string>("scope").ShouldBe(DevelopmentIssuer.Scope);
        token.GetPayloadValue<string>("client_id").ShouldBe("journal");
        token.GetPayloadValue<long>("iat").ShouldBe(issued);
        token.GetPayloadValue<long>("exp").ShouldBe(issued + (7 * 60));
        var consumer = token.GetPayloadValue<JsonElement>("consumer");
        consumer.GetProperty("authority").GetString().ShouldBe("iso6523-actorid-upis");
        consumer.GetProperty("ID").GetString().ShouldBe("0192:" + Organisation);
    }

    [Fact]
    public async Task Token_WithRoles_CarriesThemAndNoOthers()
    {
        var auditor = new JsonWebToken((await MintAsync("--role", "auditor", "--role", "controller")).Output.Trim());
        var machine = new JsonWebToken((await MintAsync()).Output.Trim());

        auditor.GetPayloadValue<string[]>("roles").ShouldBe(["auditor", "controller"]);
        machine.TryGetPayloadValue<string[]>("roles", out _).ShouldBeFalse();
        (await MintAsync("--role", "emperor")).Code.ShouldNotBe(0);
    }

    [Fact]
    public async Task Token_TwoOfThem_ShareTheKeyAndDifferInTheirId()
    {
        var first = new JsonWebToken((await MintAsync()).Output.Trim());
        var second = new JsonWebToken((await MintAsync()).Output.Trim());

        second.Kid.ShouldBe(first.Kid);
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Token_Signature_HoldsUnderThePublishedHalfOfTheKey()
    {
        var token = (await MintAsync()).Output.Trim();
        var published = new JsonWebKey(await File.ReadAllTextAsync(folder.File("development-issuer.public.jwk")));

        published.HasPrivateKey.ShouldBeFalse();
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = published,
            ValidIssuer = DevelopmentIssuer.Name,
            ValidAudience = DevelopmentIssuer.Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidateLifetime = false,
        });
        checkedToken.IsValid.ShouldBeTrue(checkedToken.Exception?.Message);
    }

    // INVARIANT: the key file is never readable by group or others.
    [Fact]
    public async Task Token_KeyFile_IsMadeForItsOwnerAlone()
    {
        await MintAsync();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.File("development-issuer.jwk")).ShouldBe(OwnerOnly);
        }
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task Token_KeyFileOpenToOthers_IsRefusedNotRepaired(UnixFileMode opened)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await MintAsync();
        var key = folder.File("development-issuer.jwk");
        File.SetUnixFileMode(key, OwnerOnly | opened);

        (await MintAsync()).ShouldBeAFault("the development key cannot be used", key);
        File.GetUnixFileMode(key).ShouldBe(OwnerOnly | opened);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task Token_KeyFileIsNoKey_IsRefusedAndKept(string text)
    {
        await MintAsync();
        var key = folder.Write("development-issuer.jwk", text);

        (await MintAsync()).ShouldBeAFault("the development key cannot be used", key);
        (await File.ReadAllTextAsync(key)).ShouldBe(text);
    }

    [Theory]
    [InlineData("310000001")]
    [InlineData("31000000")]
    [InlineData("abc")]
    public async Task Token_NoOrganisationNumber_IsRefusedBeforeAKeyIsMade(string organisation)
    {
        (await Told.ByAsync("token", "--org", organisation, "--data", folder.Path)).ShouldBeAFault("this is no organisation number", "--org");

        Directory.EnumerateFiles(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1441")]
    public async Task Token_LifetimeOutOfBounds_IsRefused(string minutes) =>
        (await MintAsync("--minutes", minutes)).ShouldBeAFault("a token holds 1 to 1440 minutes", "--minutes");

    public void Dispose() => folder.Dispose();

    private Task<Told> MintAsync(params string[] more) =>
        Told.ByAsync(new StoppedClock(), ["token", "--org", Organisation, "--data", folder.Path, .. more]);
}
