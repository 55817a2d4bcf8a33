using Grpc.Core;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Tests.Identify;

public sealed class IntegrationTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(TestGateway.Start.UtcDateTime);

    private static readonly Integration School =
        new("maskinporten", Town.School, string.Empty, Service.PrimarySchool, "taushet:school", Day.AddYears(-1), null);

    /// <summary>INVARIANT: without a registered integration in force a token makes no service, whatever its organisation is.</summary>
    [Fact]
    public async Task RequestInformation_OnlyByARegisteredIntegrationInForce()
    {
        await using var issuers = await Issuers.StartAsync(options => options with { IntegrationsRequired = true });
        (await EndAsync(issuers)).ShouldBe(StatusCode.PermissionDenied);

        await issuers.Gateway.Store.Registrar.RegisterAsync(School, default);
        (await EndAsync(issuers)).ShouldBeNull();
        (await EndAsync(issuers, "taushet:share")).ShouldBe(StatusCode.PermissionDenied);
        var employee = issuers.AsEmployee();
        (await issuers.CallAsync(Issuers.Dpop(employee, issuers.Proof(employee)))).ShouldNotBeNull().StatusCode.ShouldBe(StatusCode.PermissionDenied);

        await issuers.Gateway.Store.Registrar.RegisterAsync(School with { To = Day.AddDays(-1) }, default);
        (await EndAsync(issuers)).ShouldBe(StatusCode.PermissionDenied);
        issuers.Gateway.Source.Calls.ShouldBeEmpty();
    }

    private static async Task<StatusCode?> EndAsync(Issuers issuers, string scopes = "taushet:share taushet:school") =>
        (await issuers.CallAsync(Issuers.Bearer(issuers.AsSchool(token => token.With("scope", scopes)))))?.StatusCode;
}
