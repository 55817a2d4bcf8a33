using System.IO.Compression;
using System.Text;
using Taushet.Cli.Tests.Support;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Tests.Participants;

public sealed class ParticipantsImportCommandTests : IDisposable
{
    private const string Municipality = "310000019";
    private const string School = "310000027";
    private const string Shop = "310000035";
    private readonly Folder folder = new();

    private static string Commune(string extra = "") => $$"""
        {"organisasjonsnummer": "{{Municipality}}", "navn": "NORDBY KOMMUNE", "organisasjonsform": {"kode": "KOMM", "beskrivelse": "Kommune"},
         "naeringskode1": {"kode": "84.110"}, "forretningsadresse": {"kommunenummer": "0301", "adresse": ["Torget 1"]}, "konkurs": false{{extra}} }
        """;

    private static string Sub(string extra = "") => $$"""
        {"organisasjonsnummer": "{{School}}", "navn": "NORDBY SKOLE", "organisasjonsform": {"kode": "BEDR"}, "overordnetEnhet": "{{Municipality}}",
         "naeringskode1": {"kode": "85.201"}, "beliggenhetsadresse": {"kommunenummer": "0301"}, "registreringsdatoIEnhetsregisteret": "1999-02-03"{{extra}} }
        """;

    [Fact]
    public async Task Import_BothFiles_KeepsWhatMattersAndFindsNoDifference()
    {
        await PrepareAsync();

        var main = await ImportAsync($"[{Commune()}, {Business()}]");
        var sub = await ImportAsync($"[{Sub()}]");

        main.Code.ShouldBe(0, main.Errors);
        main.Lines.Take(2).ShouldBe(["2 units imported", "2 enheter, 0 underenheter; 0 deleted, 1 bankrupt or being wound up; 0 left out"]);
        sub.Lines.ShouldBe(
        [
            "1 units imported",
            "0 enheter, 1 underenheter; 0 deleted, 0 bankrupt or being wound up; 0 left out",
            "no registration in force differs from the register",
        ]);
        var school = await FindAsync(School);
        school.Industries.ShouldBe(["85.201"]);
        (school with { Industries = [] }).ToString().ShouldBe(
            new RegisteredUnit(School, "NORDBY SKOLE", "BEDR", Municipality, "0301", [], null, null).ToString());
        (await FindAsync(Shop)).Name.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_PackedFileOrPageOfAnAnswer_IsReadAlike()
    {
        await PrepareAsync();
        await using (var file = new GZipStream(File.Create(folder.File("units.json")), CompressionLevel.Fastest))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes($"  [{Commune()}]"));
        }

        (await RunAsync()).Lines[0].ShouldBe("1 units imported");
        (await ImportAsync($$"""{"_embedded": {"underenheter": [{{Sub()}}]}, "page": {"size": 20} }""")).Lines[0].ShouldBe("1 units imported");
        (await ImportAsync(Sub())).Lines[0].ShouldBe("1 units imported");
    }

    [Fact]
    public async Task Import_DeletedOrMovedUnit_IsListedAndItsRegistrationStands()
    {
        await PrepareAsync();
        await ImportAsync($"[{Commune()}]");

        var told = await ImportAsync($"[{Sub(", \"slettedato\": \"2026-08-01\"").Replace("85.201", "88.991", StringComparison.Ordinal)}]");

        told.Lines[2].ShouldBe($"{Municipality} {School} SKO: deleted, industry code of another service");
        told.Lines[3].ShouldStartWith("1 registrations in force differ");
        await using var store = await OpenAsync();
        (await store.Participants.FindAsync(Municipality, School, Service.PrimarySchool, new DateOnly(2026, 9, 1), default))
            .Participant.ShouldNotBeNull();
    }

    [Fact]
    public async Task DryRun_TellsWhatItWouldShow_AndWritesNothing()
    {
        await PrepareAsync();

        var told = await ImportAsync($"[{Sub(", \"konkurs\": true")}]", "--dry-run");

        told.Lines.ShouldBe(
        [
            "dry run: nothing was written",
            "0 enheter, 1 underenheter; 0 deleted, 1 bankrupt or being wound up; 0 left out",
            $"{Municipality} {School} SKO: organisation not in the register, bankrupt or being wound up",
            "1 registrations in force differ from the register: an administrator proposes what follows from it, and another confirms",
        ]);
        await using var store = await OpenAsync();
        (await store.Organisations.FindAsync(School, default)).HasCopy.ShouldBeFalse();
    }

    [Fact]
    public async Task Complete_MarksWhatTheFileNoLongerHas_ButNotByAFileThatCannotBeTheWhole()
    {
        await PrepareAsync();
        await ImportAsync($"[{Commune()}, {Business()}]");
        await ImportAsync($"[{Sub()}]");

        (await ImportAsync($"[{Commune()}, {Sub()}]", "--complete")).ShouldBeAFault("the file cannot be taken for the whole", folder.File("units.json"));
        (await ImportAsync($"[{Commune()}, 7]", "--complete")).ShouldBeAFault("the file cannot be taken for the whole", folder.File("units.json"));
        (await FindAsync(Shop)).DeletedFrom.ShouldBeNull();

        // The clock of these commands stands still: what was seen at its time is in the file.
        await using (var store = await OpenAsync())
        {
            await store.Organisations.WriteAsync([await FindAsync(Shop)], StoppedClock.Now.AddDays(-1), default);
        }

        (await ImportAsync($"[{Commune()}]", "--complete")).Lines.ShouldContain("1 that the file no longer has marked as deleted");
        (await FindAsync(Shop)).DeletedFrom.ShouldNotBeNull();
        (await FindAsync(School)).DeletedFrom.ShouldBeNull();
    }

    [Fact]
    public async Task Import_ItemsThatDoNotHold_AreLeftOutAndToldByPlaceAndField()
    {
        await PrepareAsync();
        var told = await ImportAsync($$"""
            [{{Commune()}}, 7, {"organisasjonsnummer": "310000018"}, {"organisasjonsnummer": 310000018},
             {{Sub(", \"slettedato\": \"sometime\"")}}, {{Sub().Replace(Municipality, "12", StringComparison.Ordinal)}}]
            """);

        told.Lines.Take(6).ShouldBe(
        [
            "item 2: the item is no object",
            "item 3: organisasjonsnummer is no organisation number",
            "item 4: organisasjonsnummer is no organisation number",
            "item 5: a date is no day, as 2026-09-01",
            "item 6: overordnetEnhet is no organisation number",
            "1 units imported",
        ]);
    }

    [Theory]
    [InlineData("[{\"organisasjonsnummer\": \"3100000")]
    [InlineData("{\"units\": []}")]
    [InlineData("")]
    [InlineData("organisasjonsnummer;navn")]
    public async Task Import_NoSuchShape_TellsWhere(string text)
    {
        await PrepareAsync();

        (await ImportAsync(text)).ShouldBeAFault("the register cannot be imported", folder.File("units.json"));
    }

    /// <summary>A register of a hundred thousand units goes through without being held.</summary>
    [Fact]
    public async Task Import_LargeFile_IsReadAsAStream()
    {
        await PrepareAsync();
        await using (var file = new StreamWriter(folder.File("units.json")))
        {
            await file.WriteAsync('[');
            for (var n = 0; n < 100_000; n++)
            {
                await file.WriteAsync(n == 0 ? string.Empty : ",");
                await file.WriteAsync(n % 2 == 0 ? Sub() : "8");
            }

            await file.WriteAsync(']');
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var told = await RunAsync("--dry-run");

        told.Lines.ShouldContain("0 enheter, 50000 underenheter; 0 deleted, 0 bankrupt or being wound up; 50000 left out");
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(16L << 20);
    }

    public void Dispose() => folder.Dispose();

    private static string Business() => $$"""
        {"organisasjonsnummer": "{{Shop}}", "navn": "KARI NORDMANN", "organisasjonsform": {"kode": "ENK"}, "underAvvikling": true}
        """;

    private async Task PrepareAsync()
    {
        await Told.ByAsync("db", "migrate", "--data", folder.File("data"));
        await using var store = await OpenAsync();
        await store.Registrar.RegisterAsync(
            new Participant(
                Municipality, School, Service.PrimarySchool, ServiceForm.Municipal, "Nordby skole", "00000000", null, new DateOnly(2020, 1, 1), null),
            default);
    }

    private Task<Told> ImportAsync(string text, params string[] more)
    {
        folder.Write("units.json", text);
        return RunAsync(more);
    }

    private Task<Told> RunAsync(params string[] more) => Told.ByAsync(
        new StoppedClock(), ["participants", "import", folder.File("units.json"), "--data", folder.File("data"), .. more]);

    private async Task<IStore> OpenAsync() => (await new DataFolder(folder.File("data")).OpenStoreAsync(default)).ShouldNotBeNull();

    private async Task<RegisteredUnit> FindAsync(string number)
    {
        await using var store = await OpenAsync();
        return (await store.Organisations.FindAsync(number, default)).Unit.ShouldNotBeNull();
    }
}
