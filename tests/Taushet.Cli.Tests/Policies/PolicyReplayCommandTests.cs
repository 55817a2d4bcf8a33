using System.Security.Cryptography;
using Taushet.Cli.Tests.Support;
using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Policies;
using Taushet.Policies.Cases;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Tests.Policies;

public sealed class PolicyReplayCommandTests : IDisposable
{
    private static readonly string Cases = Path.Combine(Folder.RealPolicies, "cases");
    private readonly TrailFolder trail = new();
    private readonly Folder today = new();

    [Fact]
    public async Task Replay_RulesUnchanged_IsTheSameByteForByteByThenAndToday()
    {
        var entry = await DecideAsync("L03");

        var told = await ReplayAsync(entry, Folder.RealPolicies);

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Lines[1].ShouldEndWith("the same decision, byte for byte");
        told.Lines[2].ShouldEndWith("the same decision");
    }

    [Fact]
    public async Task Replay_RulesChangedSince_TellsTheDifferenceCellByCell()
    {
        var entry = await DecideAsync("L03");
        var changed = today.CopyPolicies();
        var bvl = Path.Combine(changed, "rules", "bvl.yaml");
        await File.WriteAllTextAsync(bvl, (await File.ReadAllTextAsync(bvl)).Replace("at_least: reason-to-believe", "at_least: certain", StringComparison.Ordinal));

        var told = await ReplayAsync(entry, changed);

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Lines[1].ShouldEndWith("the same decision, byte for byte");
        told.Lines[2].ShouldEndWith("another decision");
        told.Lines.ShouldContain(line => line.StartsWith("  S_PHYS: MUST (", StringComparison.Ordinal) && line.Contains(" -> ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_RecordThatTheRulesDoNotMake_IsToldAndFails()
    {
        var entry = await DecideAsync("L03", text => text.Replace("must ", "must ATT ", StringComparison.Ordinal));

        var told = await ReplayAsync(entry, Folder.RealPolicies);

        told.Code.ShouldBe(1);
        told.Output.ShouldContain("ANOTHER DECISION");
    }

    [Fact]
    public async Task Replay_KeyDestroyed_SaysThatItIsShredded()
    {
        var entry = await DecideAsync("L03");
        trail.Outside("DELETE FROM entry_key");

        (await ReplayAsync(entry, Folder.RealPolicies)).ShouldBeAFault("the entry is shredded", $"{entry:N}");
    }

    [Fact]
    public async Task Replay_UnknownEntry_IsAFault()
    {
        await DecideAsync("L03");

        (await ReplayAsync(Guid.Empty, Folder.RealPolicies)).ShouldBeAFault("no entry has this id", $"{Guid.Empty:N}");
    }

    [Fact]
    public async Task Replay_SetThatWasNotKept_IsAFault()
    {
        var receipt = (await trail.AppendAsync(1))[0];

        (await ReplayAsync(receipt.Entry, Folder.RealPolicies)).ShouldBeAFault($"the policy set {new string('a', 64)} is not kept", trail.Database);
    }

    public void Dispose()
    {
        trail.Dispose();
        today.Dispose();
    }

    private Task<Told> ReplayAsync(Guid entry, string policies) =>
        trail.RunAsync("policy", "replay", $"{entry:N}", "--policies", policies);

    private async Task<Guid> DecideAsync(string id, Func<string, string>? tamper = null)
    {
        var book = PolicyLoader.Load(Folder.RealPolicies).Book!;
        var picked = CaseLoader.Load(Cases, book).Cases.Single(one => one.Id == id);
        await using var store = trail.OpenAsGateway();
        (await store.Policies.KeepAsync(book.Policies.Hash, book.Content, StoppedClock.Now, default)).ShouldBeTrue();
        var text = DecisionText.Write(Decider.Decide(picked.Request, picked.Facts, book.Policies));
        var draft = Draft(picked, book.Policies.Hash, tamper?.Invoke(text) ?? text);
        var appended = await store.Audit.AppendAsync(
            draft, new SubjectKey(TrailFolder.Child, Reference: null), "310000000", new FactVersions(0, 0, RegistryFresh: false), default);
        return appended.ShouldBeOfType<AppendResult.Stored>().Receipt.Entry;
    }

    private static EntryDraft Draft(PolicyCase picked, string hash, string decision) => new()
    {
        Public = new PublicPart
        {
            TimeMicros = StoppedClock.Now.ToUnixTimeMilliseconds() * 1000,
            Kind = EntryKind.Assess,
            Flow = picked.Request.Flow,
            RequestId = Guid.NewGuid(),
            Receiver = picked.Request.Receiver,
            Holder = picked.Request.Holder with { Organisation = "310000000" },
            Purpose = picked.Request.Purpose,
            Bases = picked.Request.Asserted,
            PolicyHash = hash,
            LawDate = picked.Request.LawDate,
            Given = CellSet.Empty,
            Caller = "issuer client",
        },
        Holder = new HolderPart(decision, SourceCalled: false, "none", Dropped: 0),
        Sealed = new SealedPart("employee-7\nteacher", "case-12", SnapshotText.Write(picked.Request, picked.Facts)),
        ReleaseCommitment = RandomNumberGenerator.GetBytes(32),
    };
}
