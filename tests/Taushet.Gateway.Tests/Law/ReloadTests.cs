using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Taushet.Core.Trail;
using Taushet.Gateway.Law;
using Taushet.Gateway.Tests.Support;
using Taushet.Policies;
using Taushet.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Taushet.Gateway.Tests.Law;

/// <summary>A policy folder that changes under a running gateway.</summary>
public sealed class ReloadTests : IDisposable
{
    private readonly DirectoryInfo policies = Directory.CreateTempSubdirectory("taushet-policies-");

    public ReloadTests()
    {
        foreach (var file in Directory.EnumerateFiles(TestGateway.PoliciesFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(policies.FullName, Path.GetRelativePath(TestGateway.PoliciesFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // INVARIANT: a changed policy folder is taken into use whole or not at all.
    [Fact]
    public async Task Reload_BrokenFolder_KeepsTheOldSetAndSaysSoInHealthAndLog()
    {
        await using var gateway = await StartAsync();
        var before = await SetAsync(gateway);
        Change("rules/bvl.yaml", text => text + "- rule: bvl-broken\n  colour: red\n");

        (await Keeping(gateway).ReloadAsync(default)).ShouldBeFalse();

        var after = await SetAsync(gateway);
        after.ContentHash.ShouldBe(before.ContentHash);
        after.ReloadRefused.ShouldBeTrue();
        (await HealthAsync(gateway, "taushet.policies")).ShouldBe(ServingStatus.NotServing);
        (await HealthAsync(gateway, string.Empty)).ShouldBe(ServingStatus.Serving);
        gateway.Sink.Lines.ShouldContain(line => line.Contains("was refused") && line.Contains("rules/bvl.yaml:") && line.Contains("colour"));
    }

    [Fact]
    public async Task Reload_FolderMendedAgain_IsTakenIntoUseAndHealthIsGreen()
    {
        await using var gateway = await StartAsync();
        Change("purposes.yaml", _ => "- purpose: nothing-known\n");
        await Keeping(gateway).ReloadAsync(default);
        File.Copy(Path.Combine(TestGateway.PoliciesFolder, "purposes.yaml"), Path.Combine(policies.FullName, "purposes.yaml"), overwrite: true);

        (await Keeping(gateway).ReloadAsync(default)).ShouldBeTrue();

        (await SetAsync(gateway)).ReloadRefused.ShouldBeFalse();
        (await HealthAsync(gateway, "taushet.policies")).ShouldBe(ServingStatus.Serving);
    }

    // INVARIANT: a policy set is kept in the store before it decides anything.
    // INVARIANT: a decision and its entry are of one policy set, also while another is taken into use.
    [Fact]
    public async Task Reload_ChangedFolder_EachEntryReplaysByTheRulesOfThen()
    {
        await using var gateway = await StartAsync();
        var inquiry = Town.Order(Town.Known, Cell.Attendance, Cell.Identity);
        await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.Barnevern));
        foreach (var file in Directory.GetFiles(Path.Combine(policies.FullName, "rules")))
        {
            Change(
                Path.Combine("rules", Path.GetFileName(file)),
                text => text.Replace("fvl-13-base", "fvl-13-silence", StringComparison.Ordinal));
        }

        (await Keeping(gateway).ReloadAsync(default)).ShouldBeTrue();

        await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.Barnevern));
        var entries = await gateway.Store.Trail.ReadAsync(default).ToListAsync();
        entries[1].Public.PolicyHash.ShouldNotBe(entries[0].Public.PolicyHash);
        entries[1].Holder!.Decision.ShouldNotBe(entries[0].Holder!.Decision);
        foreach (var entry in entries)
        {
            var kept = (await gateway.Store.Policies.FindAsync(entry.Public.PolicyHash, default)).ShouldNotBeNull();
            var then = PolicyLoader.LoadKept(kept.Span).Book!.Policies;
            Replay.Write(entry.Public.Kind, entry.Sealed!.Snapshot, then).ShouldBe(entry.Holder!.Decision);
        }
    }

    [Fact]
    public async Task Hangup_ChangedFolder_IsTakenIntoUse()
    {
        if (HangupIsIgnored())
        {
            // Under nohup the runtime leaves the signal ignored, as it was told: then none can be sent to this process.
            return;
        }

        await using var gateway = await StartAsync();
        var before = await SetAsync(gateway);
        Change("rules/bvl.yaml", text => text + "\n# changed\n");

        using (var kill = System.Diagnostics.Process.Start("kill", ["-HUP", $"{Environment.ProcessId}"]))
        {
            await kill.WaitForExitAsync();
        }

        for (var tries = 0; (await SetAsync(gateway)).ContentHash == before.ContentHash; tries++)
        {
            tries.ShouldBeLessThan(200);
            await Task.Delay(50);
        }
    }

    public void Dispose() => policies.Delete(recursive: true);

    // The signals a process ignores, as a mask in hex; SIGHUP is the first.
    private static bool HangupIsIgnored() =>
        File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[^1] is var last
        && (Convert.ToInt32(last.ToString(), 16) & 1) == 1;

    private static LawKeeping Keeping(TestGateway gateway) => gateway.Host.Services.GetRequiredService<LawKeeping>();

    private static async Task<GetPolicySetResponse> SetAsync(TestGateway gateway) =>
        await PolicyServiceTests.Client(gateway).GetPolicySetAsync(new GetPolicySetRequest(), gateway.As(Town.School));

    private static async Task<ServingStatus> HealthAsync(TestGateway gateway, string service) =>
        (await new Grpc.Health.V1.Health.HealthClient(gateway.Invoker).CheckAsync(new HealthCheckRequest { Service = service })).Status;

    private Task<TestGateway> StartAsync() => TestGateway.StartAsync(options => options with
    {
        PoliciesDirectory = policies.FullName,
        SourceTimeout = TimeSpan.FromSeconds(20),
        DeadlineDefault = TimeSpan.FromSeconds(30),
    });

    private void Change(string name, Func<string, string> change)
    {
        var path = Path.Combine(policies.FullName, name);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }
}
