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

    /// <summary>INVARIANT: a tenant is pinned by its id, in the issuer's name as in the token.</summary>
    [Theory]
    [InlineData(null, "https://login.microsoftonline.com/common/v2.0")]
    [InlineData("common", "https://login.microsoftonline.com/common/v2.0")]
    [InlineData("6b1f9b4e-5a4e-4f6e-9c53-2a0c3d0f7a11", "https://login.microsoftonline.com/organizations/v2.0")]
    public void Build_TenantThatIsNotPinned_DoesNotStart(string? tenant, string issuer)
    {
        var error = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
            new GatewayOptions
            {
                Issuers = [new IssuerOptions { Name = "entra", Kind = IssuerKind.EntraId, Issuer = issuer, Tenant = tenant, Audience = "a", KeysFile = "/no/such" }],
            },
            new GatewayParts { Environment = "Production" }));

        error.Faults.ShouldContain(fault => fault.Contains("a tenant's id is required"));
        error.Faults.ShouldContain(fault => fault.Contains("organisation number of the tenant"));
    }

    [Fact]
    public void Build_IssuerThatNeedsWhatIsNotConfigured_DoesNotStart()
    {
        var error = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
            new GatewayOptions
            {
                PublicOrigin = "https://taushet.test/path",
                Issuers =
                [
                    new IssuerOptions { Name = "helse id", Kind = IssuerKind.HelseId, Issuer = "i", Audience = "a", KeysFile = "/no/such", AudienceRule = AudienceRule.MayBeUnspecified },
                    new IssuerOptions { Name = "bound", Issuer = "j", Audience = "a", KeysFile = "/no/such", CertificateRequired = true },
                    new IssuerOptions { Name = "dev", Kind = IssuerKind.Development, Issuer = "k", Audience = "a", KeysFile = "/no/such" },
                ],
            },
            new GatewayParts { Environment = "Production" }));

        string[] named = ["PublicOrigin", "no spaces", "leave the audience out", "need ClientCertificates", "switch of its own"];
        named.ShouldAllBe(name => error.Message.Contains(name));
    }

    [Fact]
    public void Build_AdministratorsWhoCouldBeOneOrNobody_DoesNotStart()
    {
        AdministratorOptions[][] lists =
        [
            [Person("admin-1", "entra oid:1")],
            [Person("admin-1", "entra oid:1"), Person("ADMIN-1", "entra oid:2")],
            [Person("admin-1", "entra oid:1"), Person("admin-2", "entra OID:1")],
            [Person("admin-1", "entra oid:1"), Person("admin-2")],
            [Person("admin-1", "entra oid:1"), Person("admin-2", "oid:2")],
            [Person("admin-1", "entra oid:1"), Person("Kari Nordmann", "entra oid:2")],
        ];
        foreach (var list in lists)
        {
            var error = Should.Throw<GatewayOptionsException>(() => GatewayHost.Build(
                new GatewayOptions { Administrators = list }, new GatewayParts { Environment = "Production" }));
            error.Faults.Count(fault => fault.StartsWith("Administrators", StringComparison.Ordinal)).ShouldBe(1);
        }

        static AdministratorOptions Person(string id, params string[] references) => new() { Id = id, References = references };
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
