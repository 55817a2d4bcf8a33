using Taushet.Cli.Tests.Support;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Tests.Database;

public sealed class ImportPersonsCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = StoppedClock.Now;
    private static readonly string Number = Core.Requests.Identifiers.NationalNumber.Complete("018410500") ?? throw new InvalidOperationException();
    private readonly Folder folder = new();

    [Fact]
    public async Task Import_Feed_FillsTheRegisterAndTellsWhatItSpeaksFor()
    {
        await MigrateAsync();

        var told = await ImportAsync(
            $$"""{"as_of": "2026-09-01T09:58:00Z", "number": "{{Number}}", "birth_date": "2012-04-01", "grading": "fortrolig"}""",
            string.Empty,
            """{"as_of": "2026-09-01T10:00:00Z", "complete": true}""");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.ShouldBe(["2 lines imported, 1 persons changed", "the feed speaks for 2026-09-01T10:00:00Z"]);
        var facts = await FactsAsync();
        (facts.Age, facts.Grading).ShouldBe((14, Grading.Confidential));
    }

    [Fact]
    public async Task Import_Again_ChangesNobody()
    {
        await MigrateAsync();
        string[] feed = [$$"""{"as_of": "2026-09-01T09:58:00Z", "number": "{{Number}}", "grading": "ugradert"}"""];
        await ImportAsync(feed);

        var again = await ImportAsync(feed);

        again.Lines.ShouldBe(
        [
            "1 lines imported, 0 persons changed",
            "no line says complete: the feed's time stays, and gradings become unknown when it is too old",
        ]);
        (await FactsAsync()).Grading.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task Import_FeedWithFaults_NamesEachLineAndImportsNothing()
    {
        await MigrateAsync();

        var told = await ImportAsync(
            $$"""{"as_of": "2026-09-01T09:58:00Z", "number": "{{Number}}", "birth_date": "2012-04-01"}""",
            $$"""{"as_of": "2026-09-01T09:58:00Z", "number": "{{Number}}", "grading": "secret"}""",
            """{"as_of": "2026-09-01T09:58:00Z", "number": "12345678901"}""");

        told.ShouldBeAFault("the feed does not hold", folder.File("feed.jsonl"));
        told.Errors.ShouldContain("line 2: grading is a code that the feed does not have");
        told.Errors.ShouldContain("line 3: number is no fødselsnummer or D-number");
        told.Errors.ShouldNotContain("12345678901");
        told.Errors.ShouldNotContain(Number);
        (await FactsAsync()).Age.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task Import_SyntheticNumbersInProduction_AreRefused()
    {
        await MigrateAsync();
        folder.Write("feed.jsonl", $$"""{"as_of": "2026-09-01T09:58:00Z", "number": "{{Number}}"}""");

        var told = await Told.ByAsync(new StoppedClock(), "db", "import-persons", folder.File("feed.jsonl"), "--data", folder.File("data"));

        told.ShouldBeAFault("the feed does not hold", folder.File("feed.jsonl"));
    }

    [Fact]
    public async Task Import_NoSuchFile_TellsWhere()
    {
        await MigrateAsync();

        var told = await Told.ByAsync("db", "import-persons", folder.File("none.jsonl"), "--data", folder.File("data"));

        told.ShouldBeAFault("the feed cannot be imported", folder.File("none.jsonl"));
    }

    public void Dispose() => folder.Dispose();

    private Task<Told> MigrateAsync() => Told.ByAsync("db", "migrate", "--data", folder.File("data"));

    private Task<Told> ImportAsync(params string[] lines)
    {
        folder.Write("feed.jsonl", string.Join('\n', lines));
        return Told.ByAsync(
            new StoppedClock(),
            "db", "import-persons", folder.File("feed.jsonl"), "--data", folder.File("data"), "--numbers", "synthetic");
    }

    private async Task<Facts> FactsAsync()
    {
        await using var store = (await new DataFolder(folder.File("data")).OpenStoreAsync(default)).ShouldNotBeNull();
        var party = new PartyRef("310000000", string.Empty, Service.PrimarySchool, ServiceForm.Municipal);
        var query = new GatherQuery(new SubjectKey(Number, null), party, party, Now, OsloTime.DateAt(Now), TimeSpan.FromMinutes(60));
        return (await store.Facts.ReadAsync(query, default)).ShouldNotBeNull().Facts;
    }
}
