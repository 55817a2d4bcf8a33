using System.Reflection;
using Taushet.Core.Policies;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;

namespace Taushet.Gateway.Tests.Law;

public sealed class ApprovedStartTests : IDisposable
{
    private readonly DirectoryInfo policies = Directory.CreateTempSubdirectory("taushet-policies-");

    [Fact]
    public void TryLoad_ShippedFolderOutsideDevelopment_IsRefused()
    {
        var (book, faults) = RuleBook.TryLoad(new GatewayOptions { PoliciesDirectory = TestGateway.PoliciesFolder }, development: false);

        book.ShouldBeNull();
        faults.ShouldHaveSingleItem().ShouldContain("approvals.yaml does not approve");
        RuleBook.TryLoad(new GatewayOptions { PoliciesDirectory = TestGateway.PoliciesFolder }, development: true).Book.ShouldNotBeNull();
    }

    [Fact]
    public void TryLoad_ApprovedSetOutsideDevelopment_IsUsedWithItsApproval()
    {
        var options = Copy();
        var set = RuleBook.Load(options, development: true).Policies;
        File.WriteAllText(
            Path.Combine(policies.FullName, "approvals.yaml"),
            $"- hash: {set.Hash}\n  name: Kari Nordmann\n  role: advokat\n  date: 2026-11-21\n  accepts: [{string.Join(", ", set.Doubts.Select(doubt => doubt.Id))}]\n");

        RuleBook.Load(options, development: false).Approval!.Name.ShouldBe("Kari Nordmann");
    }

    [Fact]
    public void Load_BrokenFolder_StopsTheStartWithEveryFault()
    {
        var options = Copy();
        File.AppendAllText(Path.Combine(policies.FullName, "rules", "bvl.yaml"), "\n- rule: bvl-broken\n  colour: red\n");
        File.WriteAllText(Path.Combine(policies.FullName, "purposes.yaml"), "- purpose: nothing-known\n");
        File.WriteAllText(Path.Combine(policies.FullName, "approvals.yaml"), "- hash: none\n");

        var error = Should.Throw<GatewayOptionsException>(() => RuleBook.Load(options, development: false));

        string[] files = ["rules/bvl.yaml:", "purposes.yaml:1:", "approvals.yaml:1:"];
        files.ShouldAllBe(file => error.Message.Contains(file));
    }

    // A set that is kept in a field is stale after a reload: ask RunningLaw for it at each use.
    [Fact]
    public void NothingThatLives_KeepsAPolicySetInAField()
    {
        Type[] ofOneUse = [typeof(LoadedBook), typeof(LawInUse), typeof(DecisionMade), typeof(GatewayParts)];

        typeof(RunningLaw).Assembly.GetTypes()
            .Where(type => !ofOneUse.Contains(type) && !type.FullName!.Contains('<') && type.Name != "Made")
            .Where(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Any(field => field.FieldType == typeof(PolicySet)))
            .Select(type => type.FullName)
            .ShouldBeEmpty();
    }

    public void Dispose() => policies.Delete(recursive: true);

    private GatewayOptions Copy()
    {
        foreach (var file in Directory.EnumerateFiles(TestGateway.PoliciesFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(policies.FullName, Path.GetRelativePath(TestGateway.PoliciesFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new GatewayOptions { PoliciesDirectory = policies.FullName };
    }
}
