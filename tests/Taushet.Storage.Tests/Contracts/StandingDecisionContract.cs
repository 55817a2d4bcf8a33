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
    public async Task WriteAsync_ThreeVersions_HistoryHasEachAsItWasWritten()
    {
        StandingDecisionVersion[] versions =
        [
            Version(1, StandingDecisionEvent.Recorded, Cell.Attendance),
            Version(2, StandingDecisionEvent.Changed, Cell.ChildSchooling),
            Version(3, StandingDecisionEvent.Ended, Cell.ChildSchooling),
        ];
        foreach (var version in versions)
        {
            (await Decisions.WriteAsync(version, default)).ShouldBe(StandingDecisionWrite.Stored);
        }

        var history = await HistoryAsync();

        history.Versions.ShouldBe(versions);
        history.Counter.ShouldBe(3);
    }

    [StoreFact]
    public async Task WriteAsync_VersionThatDoesNotFollow_IsAConflictAndStoresNothing()
    {
        await Decisions.WriteAsync(Version(1, StandingDecisionEvent.Recorded), default);

        (await Decisions.WriteAsync(Version(1, StandingDecisionEvent.Recorded), default)).ShouldBe(StandingDecisionWrite.Conflict);
        (await Decisions.WriteAsync(Version(3, StandingDecisionEvent.Changed), default)).ShouldBe(StandingDecisionWrite.Conflict);

        (await HistoryAsync()).Versions.Length.ShouldBe(1);
    }

    [StoreFact]
    public async Task WriteAsync_ManyAtOnce_OneOfEachVersionIsStored()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () => await Decisions.WriteAsync(Version(1, StandingDecisionEvent.Recorded), default))));

        written.Count(one => one == StandingDecisionWrite.Stored).ShouldBe(1);
        written.Count(one => one == StandingDecisionWrite.Conflict).ShouldBe(7);
    }

    [StoreFact]
    public async Task WriteAsync_DecisionOfAnotherOrganisation_IsAConflict()
    {
        await Decisions.WriteAsync(Version(1, StandingDecisionEvent.Recorded), default);
        var stolen = Version(2, StandingDecisionEvent.Changed);
        stolen = stolen with { Decision = stolen.Decision with { HolderOrganisation = Given.ReceiverOrganisation } };

        (await Decisions.WriteAsync(stolen, default)).ShouldBe(StandingDecisionWrite.Conflict);

        (await Decisions.FindAsync(id, Given.ReceiverOrganisation, default))!.Versions.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task FindAsync_ImportedVersion_IsThereWithoutReasonOrEntry()
    {
        await Store.Registrar.RecordAsync(Given.Standing(id, 1, Cell.Attendance), default);

        var imported = (await HistoryAsync()).Versions.ShouldHaveSingleItem();

        imported.Event.ShouldBe(StandingDecisionEvent.Recorded);
        (imported.Reason, imported.RecordedAt, imported.Entry).ShouldBe((string.Empty, null, null));
        (await Decisions.WriteAsync(Version(2, StandingDecisionEvent.Changed), default)).ShouldBe(StandingDecisionWrite.Stored);
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
    public async Task WriteAsync_Ended_NoLongerAFact()
    {
        await Decisions.WriteAsync(Version(1, StandingDecisionEvent.Recorded, Cell.Attendance), default);
        (await FactsAsync(1)).StandingDecisions.Value.ShouldHaveSingleItem();
        var before = await GatherAsync(1);
        var ended = Version(2, StandingDecisionEvent.Ended, Cell.Attendance);

        await Decisions.WriteAsync(ended with { Decision = ended.Decision with { To = Given.Today.AddDays(-1) } }, default);

        (await FactsAsync(1)).StandingDecisions.Value.ShouldBeEmpty();
        (await AppendAsync(1, before.Versions)).ShouldBeOfType<AppendResult.FactsChanged>();
    }

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
        new Guid($"00000000-0000-4000-8000-{number:000000000000}"));
}
