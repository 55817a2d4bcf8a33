using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Fiks;

public sealed class FiksCommandTests
{
    private const string Report = """
        {
          "kommunenummer": "5001", "kommunenavn": "Byen", "bydelsnummer": "00", "bydelsnavn": "",
          "offentligMelder": {
            "personnavn": "Kari Lie", "rolle": "Lærer", "telefonnummer": "99999999", "epost": "kari@skole.example",
            "virksomhet": { "navn": "Skolen", "adresse": { "adresselinje1": "Veien 1" } }
          },
          "offentligBarn": [ { "fnr": "", "ufoedt": true, "personnavn": "", "adresse": {}, "orientert": false } ],
          "foresatte": [ { "personnavn": "Per Lie", "orientert": true } ],
          "melding": { "melding": "rus i svangerskapet", "historie": "" },
          "sendingstidspunkt": "2026-03-29T13:29:33", "leveringskanal": "Fagsystem", "nytt": "hemmelig"
        }
        """;

    [Fact]
    public async Task ImportThenExport_Report_GivesTheSameReportAndTellsWhatWasKept()
    {
        using var folder = new Scratch();
        var file = folder.Write("report.json", Report);

        var imported = await Told.ByAsync("fiks", "import", file);
        var sheet = folder.Write("sheet.json", imported.Output);
        var exported = await Told.ByAsync("fiks", "export", sheet);

        imported.Code.ShouldBe(0);
        imported.Errors.Trim().ShouldBe("kept: $.nytt");
        imported.Output.ShouldContain("\"unborn\"");
        exported.Code.ShouldBe(0, exported.Errors);
        exported.Output.ShouldContain("\"ufoedt\": true");
        exported.Output.ShouldContain("rus i svangerskapet");
        exported.Output.ShouldNotContain("hemmelig");
    }

    [Theory]
    [InlineData("import", "{}")]
    [InlineData("import", "hemmelig")]
    [InlineData("export", """{ "disclosures": [ { "hemmelig": 1 } ] }""")]
    [InlineData("export", """{ "disclosures": [] }""")]
    public async Task Run_FileIsNone_TellsWhereAndNoValue(string verb, string content)
    {
        using var folder = new Scratch();

        var told = await Told.ByAsync("fiks", verb, folder.Write("file.json", content));

        told.Code.ShouldBe(2);
        told.Errors.ShouldContain("This is no Fiks message");
        told.Errors.ShouldNotContain("hemmelig");
    }

    private sealed class Scratch : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-fiks-");

        public string Write(string name, string content)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, content);
            return path;
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
