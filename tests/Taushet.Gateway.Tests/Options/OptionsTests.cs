using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Tests.Options;

public sealed class OptionsTests
{
    [Fact]
    public void Build_ManyFaults_AllInOneMessage()
    {
        var error = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
            new GatewayOptions
            {
                DataDirectory = "/no/such",
                PoliciesDirectory = "/no/such",
                Listen = "http://0.0.0.0:80",
                DeadlineCap = TimeSpan.Zero,
                StreamDeadlineCap = TimeSpan.FromHours(2),
                AuditQueue = 0,
                Issuers = [new IssuerOptions { Name = "x", Algorithms = ["HS256"] }],
                DevelopmentIssuer = true,
            },
            new GatewayParts { Environment = "Production" }));

        error.Faults.Count.ShouldBeGreaterThan(7);
        string[] named = ["DataDirectory", "PoliciesDirectory", "Listen", "\n  DeadlineCap", "StreamDeadlineCap", "AuditQueue", "issuer 'x'", "DevelopmentIssuer"];
        named.ShouldAllBe(name => error.Message.Contains(name));
    }

    /// <summary>INVARIANT: the development issuer is accepted in the Development environment only.</summary>
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Build_DevelopmentIssuerOutsideDevelopment_DoesNotStart(string environment)
    {
        var error = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
            new GatewayOptions { DevelopmentIssuer = true },
            new GatewayParts { Environment = environment }));

        error.Faults.ShouldContain(fault => fault.StartsWith("DevelopmentIssuer"));
    }

    [Fact]
    public void Build_DevelopmentIssuerSmuggledInAsAnyOther_DoesNotStart()
    {
        var error = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
            new GatewayOptions { Issuers = [new IssuerOptions { Name = "ours", Issuer = "urn:taushet:development", KeysFile = "/no/such" }] },
            new GatewayParts { Environment = "Production" }));

        error.Faults.ShouldContain(fault => fault.Contains("development issuer"));
    }
}
