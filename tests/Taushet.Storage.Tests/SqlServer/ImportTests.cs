using Microsoft.Data.SqlClient;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.SqlServer;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

[NeedsServer]
public sealed class ImportTests(SharedDatabase shared) : IAsyncLifetime, IClassFixture<SharedDatabase>
{
    private TemporaryDatabase database = null!;

    public async Task InitializeAsync() => database = await shared.EmptyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [StoreFact]
    public async Task ImportAsync_InSeveralParts_EveryRowStandsAndTheLastOnAPersonWins()
    {
        await using var store = await InPartsOfAsync(3);
        var rows = Enumerable.Range(0, 8).Select(Given.Person).Append(Given.Person(2) with { Grading = Grading.Confidential })
            .Append(Given.Person(7) with { Grading = Grading.Confidential }).ToList();

        await store.Registrar.ImportAsync(rows, Given.Instant, default);

        for (var child = 0; child < 8; child++)
        {
            (await FactsAsync(child)).Grading.ShouldBe(child is 2 or 7 ? Grading.Confidential : Grading.Ungraded);
        }
    }

    [StoreFact]
    public async Task ImportAsync_APersonTwiceInOnePart_RaisesTheCounterOnce()
    {
        await database.Store.Registrar.ImportAsync(
            [Given.Person(1) with { Grading = Grading.Confidential }, Given.Person(2), Given.Person(1)], Given.Instant, default);

        (await FactsAsync(1)).Grading.ShouldBe(Grading.Ungraded);
        (await GatherAsync(1)).Versions.Subject.ShouldBe(1);
    }

    [StoreFact]
    public async Task ImportAsync_UnderAFormerNumber_GoesToTheCurrentOne()
    {
        await database.Store.Registrar.ReplaceNumberAsync(People.Number(1), People.Number(2), Given.Instant, default);

        await database.Store.Registrar.ImportAsync(
            [Given.Person(2) with { Grading = Grading.Confidential }, Given.Person(1)], Given.Instant, default);

        (await FactsAsync(1)).Grading.ShouldBe(Grading.Ungraded);
        (await FactsAsync(2)).Grading.ShouldBe(Grading.Ungraded);
    }

    // INVARIANT: the feed's time moves with the last row it speaks for, never before it.
    [StoreFact]
    public async Task ImportAsync_ThatFailsHalfWay_LeavesTheFeedAsOldAsItWas()
    {
        await using var store = await InPartsOfAsync(2);
        await database.OutsideAsync("ALTER TABLE person ADD CONSTRAINT no_dead CHECK (death_day IS NULL)");
        try
        {
            var rows = Enumerable.Range(0, 4).Select(Given.Person)
                .Append(Given.Person(4) with { DeathDate = Given.Today }).Append(Given.Person(5));

            await Should.ThrowAsync<SqlException>(() => store.Registrar.ImportAsync([.. rows], Given.Instant, default));
        }
        finally
        {
            await database.OutsideAsync("ALTER TABLE person DROP CONSTRAINT no_dead");
        }

        var written = await GatherAsync(3);
        written.Facts.Age.ShouldBe(14);
        written.Versions.RegistryFresh.ShouldBeFalse();
        written.Facts.Grading.IsKnown.ShouldBeFalse();
        (await GatherAsync(5)).Versions.Subject.ShouldBe(0);

        await store.Registrar.ImportAsync([.. Enumerable.Range(0, 6).Select(Given.Person)], Given.Instant, default);
        (await GatherAsync(3)).Versions.RegistryFresh.ShouldBeTrue();
    }

    [StoreFact]
    public async Task ImportAsync_NoPersons_MovesTheTimeAlone()
    {
        await database.Store.Registrar.ImportAsync([], Given.Instant, default);

        (await GatherAsync(1)).Versions.RegistryFresh.ShouldBeTrue();
        await Should.ThrowAsync<InvalidOperationException>(
            () => database.Store.Registrar.ImportAsync([], Given.Instant.AddSeconds(-1), default));
    }

    [StoreFact]
    public async Task ImportAsync_WhileAnotherIsUnderWay_WaitsAndThenSaysSo()
    {
        await using var impatient = await database.OpenAsync(options => options with { LockTimeout = TimeSpan.FromMilliseconds(300) });
        await using var other = await database.Opener.OpenToWriteAsync(default);
        await AppLock.Import.TakeAsync(other, TimeSpan.FromSeconds(5), default);

        var error = await Should.ThrowAsync<SqlException>(
            () => impatient.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default));

        SqlServerErrors.Of(error).ShouldBe(SqlServerFailure.LockWait);
        await AppLock.Import.ReleaseAsync(other);
        await impatient.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
    }

    [StoreFact]
    public async Task Triggers_OnSeveralRowsOfOneStatement_RaiseEachCounterTheyTouch()
    {
        await database.Store.Registrar.ImportAsync([.. Enumerable.Range(0, 4).Select(Given.Person)], Given.Instant, default);
        await database.Store.Registrar.ReplaceNumberAsync(People.Number(10), People.Number(11), Given.Instant, default);
        await database.Store.Registrar.ReplaceNumberAsync(People.Number(12), People.Number(11), Given.Instant, default);
        var before = await VersionsAsync([0, 1, 2, 3, 10, 11, 12, 13]);

        await database.OutsideAsync("UPDATE person SET grading = NULL");
        await database.Store.Registrar.ReplaceNumberAsync(People.Number(11), People.Number(13), Given.Instant, default);

        var after = await VersionsAsync([0, 1, 2, 3, 10, 11, 12, 13]);
        after.Zip(before).ShouldAllBe(pair => pair.First > pair.Second);
    }

    private async Task<List<long>> VersionsAsync(int[] children)
    {
        var versions = new List<long>();
        foreach (var child in children)
        {
            versions.Add((await GatherAsync(child)).Versions.Subject);
        }

        return versions;
    }

    private Task<SqlServerStore> InPartsOfAsync(int rows) => database.OpenAsync(options => options with { ImportChunk = rows });

    private async Task<Gathered> GatherAsync(int child) =>
        (await database.Store.Facts.ReadAsync(Given.Query(child), default)).ShouldNotBeNull();

    private async Task<Facts> FactsAsync(int child) => (await GatherAsync(child)).Facts;
}
