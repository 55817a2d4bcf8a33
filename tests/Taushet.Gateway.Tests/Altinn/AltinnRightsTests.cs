using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;

namespace Taushet.Gateway.Tests.Altinn;

/// <summary>Altinn's decision point over HTTP, as it answers and as it fails.</summary>
public sealed class AltinnRightsTests : IAsyncLifetime
{
    private const string Permit = """{"Response":[{"Decision":"Permit","Status":{"StatusCode":{"Value":"urn:oasis:names:tc:xacml:1.0:status:ok"}}}]}""";
    private static readonly Guid SystemUser = Guid.NewGuid();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-rights-");
    private readonly List<(string Body, string Token, string Key)> asked = [];
    private WebApplication point = null!;
    private (int Status, string Body, TimeSpan After) answer = (200, Permit, TimeSpan.Zero);

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        point = builder.Build();
        point.Map("/authorize", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            asked.Add((await reader.ReadToEndAsync(), $"{context.Request.Headers.Authorization}", $"{context.Request.Headers["Ocp-Apim-Subscription-Key"]}"));
            await Task.Delay(answer.After, context.RequestAborted);
            context.Response.StatusCode = answer.Status;
            context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync(answer.Body);
        });
        await point.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "token"), "platform-token\n");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key"), "subscription");
    }

    public async Task DisposeAsync()
    {
        await point.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task MayAct_Permit_AsksForTheSystemUserTheOwnerAndTheResource_AndRemembersIt()
    {
        using var rights = Rights();

        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBe(true);
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBe(true);

        var (body, token, key) = asked.ShouldHaveSingleItem();
        (token, key).ShouldBe(("Bearer platform-token", "subscription"));
        var request = JsonDocument.Parse(body).RootElement.GetProperty("Request");
        Value(request, "AccessSubject", "urn:altinn:systemuser:uuid").ShouldBe($"{SystemUser:D}");
        Value(request, "Action", "urn:oasis:names:tc:xacml:1.0:action:action-id").ShouldBe("access");
        Value(request, "Resource", "urn:altinn:resource").ShouldBe("taushet-sharing");
        Value(request, "Resource", "urn:altinn:organization:identifier-no").ShouldBe(Town.School);
        (await rights.MayActAsync(SystemUser, Town.Barnevern, default)).ShouldBe(true);
        asked.Count.ShouldBe(2);
    }

    /// <summary>INVARIANT: Altinn is asked with the token that its file holds at that moment, and never with one that was read before.</summary>
    [Fact]
    public async Task MayAct_TokenWrittenAnew_TheNextAskingBringsTheNewOne()
    {
        using var rights = Rights();
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBe(true);
        await WriteTokenAsync("renewed-token");
        (await rights.MayActAsync(SystemUser, Town.Barnevern, default)).ShouldBe(true);

        asked.Select(one => one.Token).ShouldBe(["Bearer platform-token", "Bearer renewed-token"]);
    }

    [Fact]
    public async Task MayAct_TokenExpired_NobodyTellsUntilItIsWrittenAnew()
    {
        using var rights = Rights();
        answer.Status = 401;
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();

        await WriteTokenAsync("renewed-token");
        answer.Status = 200;
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBe(true);

        asked.Select(one => one.Token).ShouldBe(["Bearer platform-token", "Bearer platform-token", "Bearer renewed-token"]);
    }

    [Fact]
    public async Task MayAct_TokenFileGoneOrNotYetWhole_NobodyTellsAndTheNextAskingReadsItAgain()
    {
        using var rights = Rights();
        File.Delete(Path.Combine(folder.FullName, "token"));
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        await WriteTokenAsync("\n");
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        await WriteTokenAsync("two\nlines");
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        asked.ShouldBeEmpty();

        await WriteTokenAsync("renewed-token");
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBe(true);
        asked.ShouldHaveSingleItem().Token.ShouldBe("Bearer renewed-token");
    }

    [Fact]
    public async Task MayAct_OnceRefused_AsksAgain()
    {
        using var rights = Rights();
        answer.Body = Permit.Replace("Permit", "Deny", StringComparison.Ordinal);
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBe(false);
        answer.Body = Permit;
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBe(true);
    }

    [Theory]
    [InlineData("""{"Response":[{"Decision":"NotApplicable"}]}""", false)]
    [InlineData("""{"Response":[{"Decision":"Indeterminate"}]}""", null)]
    [InlineData("""{"Response":[{"Decision":"permit"}]}""", null)]
    [InlineData("""{"Response":[{"Decision":"Permit"},{"Decision":"Permit"}]}""", null)]
    [InlineData("""{"Response":[{"Decision":"Deny","Decision":"Permit"}]}""", null)]
    [InlineData("""{"Response":[]}""", null)]
    [InlineData("""{"Response":[{"Decision":["Permit"]}]}""", null)]
    [InlineData("""{"Decision":"Permit"}""", null)]
    [InlineData("<html>Permit</html>", null)]
    [InlineData("", null)]
    [InlineData("""{"Response":[{"Decision":"Permit","Obligations":[{"Id":"x","AttributeAssignment":[{"Category":"urn:altinn:minimum-authenticationlevel","Value":"3"}]}]}]}""", true)]
    [InlineData("""{"Response":[{"Decision":"Permit","Obligations":[{"Id":"x","AttributeAssignment":[{"Category":"urn:altinn:minimum-authenticationlevel","Value":"4"}]}]}]}""", false)]
    [InlineData("""{"Response":[{"Decision":"Permit","Obligations":[{"Id":"log-it","AttributeAssignment":[]}]}]}""", false)]
    public void Read_AnyAnswer_OnlyOnePermitWhoseObligationsAreMetIsOne(string body, bool? expected) =>
        RightsQuestion.Read(System.Text.Encoding.UTF8.GetBytes(body)).ShouldBe(expected);

    [Fact]
    public async Task MayAct_PointFailsIsSlowOrGone_NobodyTells()
    {
        using var rights = Rights();
        foreach (var status in new[] { 401, 403, 500, 302 })
        {
            answer = (status, Permit, TimeSpan.Zero);
            (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        }

        answer = (200, Permit, TimeSpan.FromSeconds(30));
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        answer = (200, new string(' ', 100_000) + Permit, TimeSpan.Zero);
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        await point.StopAsync();
        (await rights.MayActAsync(SystemUser, Town.School, default)).ShouldBeNull();
        asked.Count.ShouldBe(6);
    }

    /// <summary>INVARIANT: a gateway that accepts system users' tokens has somebody to ask what they may do.</summary>
    [Fact]
    public void Build_SystemUsersWithoutAPointToAsk_DoesNotStart()
    {
        var issuer = new IssuerOptions { Name = "m", Issuer = "i", Audience = "a", KeysFile = "/no/such", SystemUsers = true };
        var silent = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
            new GatewayOptions { Issuers = [issuer] }, new GatewayParts { Environment = "Production" }));
        silent.Faults.ShouldContain(fault => fault.Contains("Altinn must be asked"));

        var wrong = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
            new GatewayOptions { Issuers = [issuer], SystemUserRights = new AltinnRightsOptions { Address = "http://altinn.invalid/", Memory = TimeSpan.FromHours(1) } },
            new GatewayParts { Environment = "Production" }));
        wrong.Faults.Count(fault => fault.StartsWith("SystemUserRights", StringComparison.Ordinal)).ShouldBe(4);
    }

    private Task WriteTokenAsync(string token) => File.WriteAllTextAsync(Path.Combine(folder.FullName, "token"), token);

    private AltinnRights Rights() => new(
        new AltinnRightsOptions
        {
            Address = $"{GatewayHost.AddressOf(point)}authorize",
            Resource = "taushet-sharing",
            TokenFile = Path.Combine(folder.FullName, "token"),
            SubscriptionKeyFile = Path.Combine(folder.FullName, "key"),
            Timeout = TimeSpan.FromSeconds(1),
        },
        new MachineClock(TimeProvider.System),
        NullLogger<AltinnRights>.Instance);

    private static string? Value(JsonElement request, string category, string attribute) =>
        request.GetProperty(category)[0].GetProperty("Attribute").EnumerateArray()
            .Single(one => one.GetProperty("AttributeId").GetString() == attribute).GetProperty("Value").GetString();
}
