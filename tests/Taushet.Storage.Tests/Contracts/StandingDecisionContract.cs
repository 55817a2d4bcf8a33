using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class StandingDecisionContract : StoreContract
{
    private readonly Guid id = Guid.NewGuid();

    private IStandingDecisions Decisions => Store.StandingDecisions;

    [StoreFact]
    public async Task FindAsync_NothingRecorded_HasNoVersions()
    {
        var history = await HistoryAsync();

        history.Counter.ShouldBe(0);
        history.Versions.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task RecordAsync_ThreeVersions_HistoryHasEachAsItWasDecidedWithItsEntry()
    {
        StandingDecisionVersion[] versions =
        [
            Version(1, StandingDecisionEvent.Recorded, Cell.Attendance),
            Version(2, StandingDecisionEvent.Changed, Cell.ChildSchooling),
            Version(3, StandingDecisionEvent.Ended, Cell.ChildSchooling),
        ];
        for (var place = 0; place < versions.Length; place++)
        {
            var stored = (await RecordAsync(versions[place])).ShouldBeOfType<AppendResult.Stored>();
            versions[place] = versions[place] with { Entry = stored.Receipt.Entry };
        }

        var history = await HistoryAsync();

        history.Versions.ShouldBe(versions);
        history.Counter.ShouldBe(3);
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task RecordAsync_VersionThatDoesNotFollow_StoresNeitherVersionNorEntry()
    {
        (await RecordAsync(Version(2, StandingDecisionEvent.Changed))).ShouldBeOfType<AppendResult.FactsChanged>();
        await RecordAsync(Version(1, StandingDecisionEvent.Recorded));

        (await RecordAsync(Version(1, StandingDecisionEvent.Recorded))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await RecordAsync(Version(3, StandingDecisionEvent.Changed))).ShouldBeOfType<AppendResult.FactsChanged>();

        (await HistoryAsync()).Versions.Length.ShouldBe(1);
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    [StoreFact]
    public async Task RecordAsync_AnotherDecisionOfTheHolderCameFirst_StoresNeitherVersionNorEntry()
    {
        var read = await VersionsAsync();
        await Store.Registrar.RecordAsync(Given.Standing(Guid.NewGuid(), 1, Cell.Attendance), default);

        (await RecordAsync(Version(1, StandingDecisionEvent.Recorded), read)).ShouldBeOfType<AppendResult.FactsChanged>();

        (await HistoryAsync()).Versions.ShouldBeEmpty();
        (await Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    /// <summary>INVARIANT: no entry shares a transaction with an earlier change of what its holder has decided.</summary>
    [StoreFact]
    public async Task RecordAsync_DecisionsQueuedBehindTheEnd_NoneIsStoredThatReliedOnIt()
    {
        await RecordAsync(Version(1, StandingDecisionEvent.Recorded, Cell.Attendance));
        var standing = await VersionsAsync();
        var read = (await GatherAsync(1)).Versions;

        var ended = RecordAsync(Version(2, StandingDecisionEvent.Ended, Cell.Attendance), standing);
        var relying = Enumerable.Range(0, 20).Select(_ => AppendAsync(1, read)).ToList();

        (await ended).ShouldBeOfType<AppendResult.Stored>();
        (await Task.WhenAll(relying)).ShouldAllBe(result => result is AppendResult.FactsChanged, string.Join(", ", Store.Faults));
    }

    [StoreFact]
    public async Task RecordAsync_ManyAtOnce_OneOfEachVersionIsStored()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () => await RecordAsync(Version(1, StandingDecisionEvent.Recorded)))));

        written.Count(one => one is AppendResult.Stored).ShouldBe(1);
        written.Count(one => one is AppendResult.FactsChanged).ShouldBe(7);
    }

    [StoreFact]
    public async Task RecordAsync_DecisionOfAnotherOrganisation_StoresNothing()
    {
        await RecordAsync(Version(1, StandingDecisionEvent.Recorded));
        var stolen = Version(2, StandingDecisionEvent.Changed);
        stolen = stolen with { Decision = stolen.Decision with { HolderOrganisation = Given.ReceiverOrganisation } };

        (await RecordAsync(stolen)).ShouldBeOfType<AppendResult.FactsChanged>();

        (await Decisions.FindAsync(id, Given.ReceiverOrganisation, default))!.Versions.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task FindAsync_ImportedVersion_IsThereWithoutReasonOrEntry()
    {
        await Store.Registrar.RecordAsync(Given.Standing(id, 1, Cell.Attendance), default);

        var imported = (await HistoryAsync()).Versions.ShouldHaveSingleItem();

        imported.Event.ShouldBe(StandingDecisionEvent.Recorded);
        (imported.Reason, imported.RecordedAt, imported.Entry).ShouldBe((string.Empty, null, null));
        (await RecordAsync(Version(2, StandingDecisionEvent.Changed))).ShouldBeOfType<AppendResult.Stored>();
    }

    [StoreFact]
    public async Task ListAsync_Pages_HaveEachDecisionOnceInItsNewestVersion()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        foreach (var one in ids)
        {
            await Store.Registrar.RecordAsync(Given.Standing(one, 1, Cell.Attendance), default);
        }

        await Store.Registrar.RecordAsync(Given.Standing(ids[0], 2) with { To = Given.Today.AddDays(-1) }, default);
        var listed = new List<StandingDecisionVersion>();
        var query = new StandingDecisionQuery(Given.HolderOrganisation, Service.PrimarySchool, InForceOn: null, Guid.Empty, Count: 2);
        for (var page = await PageAsync(query); page.Count > 0; page = await PageAsync(query with { After = listed[^1].Decision.Id }))
        {
            listed.AddRange(page);
        }

        listed.Select(one => one.Decision.Id).ShouldBe(ids, ignoreOrder: true);
        listed.Single(one => one.Decision.Id == ids[0]).Decision.Fact.Version.ShouldBe(2);
        (await PageAsync(query with { Count = 9, InForceOn = Given.Today })).Count.ShouldBe(4);
        (await PageAsync(query with { Count = 9, Holder = Service.Barnevern })).ShouldBeEmpty();
    }

    [StoreFact]
    public async Task RecordAsync_Ended_NoLongerAFact()
    {
        await RecordAsync(Version(1, StandingDecisionEvent.Recorded, Cell.Attendance));
        (await FactsAsync(1)).StandingDecisions.Value.ShouldHaveSingleItem();
        var before = await GatherAsync(1);
        var ended = Version(2, StandingDecisionEvent.Ended, Cell.Attendance);

        await RecordAsync(ended with { Decision = ended.Decision with { To = Given.Today.AddDays(-1) } });

        (await FactsAsync(1)).StandingDecisions.Value.ShouldBeEmpty();
        (await AppendAsync(1, before.Versions)).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    private async Task<AppendResult> RecordAsync(StandingDecisionVersion version, FactVersions? read = null) => await Store.Audit.RecordAsync(
        Given.Draft(),
        new SubjectKey(NationalNumber: null, $"standing decision {id:N}"),
        read ?? await VersionsAsync(),
        new RegisterChange.OfStandingDecision(version),
        default);

    private async Task<FactVersions> VersionsAsync() => new(Subject: 0, (await HistoryAsync()).Counter, RegistryFresh: false);

    private async Task<StandingDecisionHistory> HistoryAsync() =>
        (await Decisions.FindAsync(id, Given.HolderOrganisation, default)).ShouldNotBeNull();

    private async Task<List<StandingDecisionVersion>> PageAsync(StandingDecisionQuery query) =>
        [.. (await Decisions.ListAsync(query, default)).ShouldNotBeNull()];

    private StandingDecisionVersion Version(int number, StandingDecisionEvent happened, params ReadOnlySpan<Cell> cells) => new(
        Given.Standing(id, number, cells),
        happened,
        "head",
        $"reason {number}: what the school needs to know, æøå",
        Given.Instant.AddMinutes(number),
        Entry: null);
}
