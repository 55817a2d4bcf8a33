using Grpc.Core;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Tests.Support;

namespace Taushet.Gateway.Tests.Identify;

public sealed class SystemUserTests
{
    private static readonly Guid SystemUser = new("5b7a3c0a-7d0b-4f0c-8a39-bd0b6f0c3d11");

    /// <summary>INVARIANT: the organisation of a system user's token is the one that owns the system user, never the vendor.</summary>
    [Fact]
    public async Task Enabled_AndGivenTheRight_OwnerIsTheOrganisationAndVendorTheSupplier()
    {
        var rights = new Rights { Answer = true };
        await using var issuers = await StartAsync(rights);

        (await CallAsync(issuers, Town.Stranger, Town.School)).ShouldBe(StatusCode.OK);
        (await CallAsync(issuers, Town.School, Town.Stranger)).ShouldBe(StatusCode.PermissionDenied);

        rights.Asked.ShouldBe([(SystemUser, Town.School)]);
        await foreach (var entry in issuers.Gateway.Store.Trail.ReadAsync(default))
        {
            entry.Public.Caller.ShouldContain($" systemuser:{SystemUser} supplier:");
        }
    }

    /// <summary>INVARIANT: a system user acts for nobody unless its right was asked for and given: no answer is no right.</summary>
    [Theory]
    [InlineData(false, StatusCode.PermissionDenied)]
    [InlineData(null, StatusCode.Unavailable)]
    public async Task Enabled_RefusedOrUnanswered_TheCallEnds(bool? answer, StatusCode end)
    {
        await using var issuers = await StartAsync(new Rights { Answer = answer });

        (await CallAsync(issuers, Town.Stranger, Town.School)).ShouldBe(end);

        (await issuers.CallAsync(Issuers.Bearer(issuers.AsSchool()))).ShouldBeNull();
        issuers.Gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Enabled_TokenOfSeveralOrNoSystemUser_Unauthenticated()
    {
        await using var issuers = await StartAsync(new Rights { Answer = true });
        foreach (var ids in new object?[] { null, Array.Empty<string>(), new[] { $"{SystemUser}", $"{Guid.NewGuid()}" }, new[] { "vendor" }, $"{SystemUser}" })
        {
            var token = issuers.Maskinporten.SystemUser(issuers.Now, Town.Stranger, Town.School);
            var details = (Dictionary<string, object?>[])token.Claims["authorization_details"]!;
            details[0]["systemuser_id"] = ids;

            (await issuers.CallAsync(Issuers.Bearer(token.Write()))).ShouldNotBeNull().StatusCode.ShouldBe(StatusCode.Unauthenticated);
        }
    }

    private static Task<Issuers> StartAsync(Rights rights) => Issuers.StartAsync(
        options => options with
        {
            Issuers = [.. options.Issuers.Select(issuer => issuer.Name == "maskinporten" ? issuer with { SystemUsers = true } : issuer)],
        },
        rights: rights);

    private static async Task<StatusCode> CallAsync(Issuers issuers, string vendor, string owner) =>
        (await issuers.CallAsync(Issuers.Bearer(issuers.Maskinporten.SystemUser(issuers.Now, vendor, owner).Write())))?.StatusCode ?? StatusCode.OK;

    private sealed class Rights : ISystemUserRights
    {
        public bool? Answer { get; init; }

        public List<(Guid SystemUser, string Owner)> Asked { get; } = [];

        public ValueTask<bool?> MayActAsync(Guid systemUser, string owner, CancellationToken cancellation)
        {
            Asked.Add((systemUser, owner));
            return new(Answer);
        }
    }
}
