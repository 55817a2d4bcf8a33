using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Cli.Trail.Export;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Outcome = Taushet.Core.Vocabulary.Outcome;

namespace Taushet.Cli.Tests.Trail.Export;

public sealed class FormatTests
{
    private const string Hostile = "=cmd|' /C calc'!A0\r\n\"x\",y=z\\w|v<script>";

    /// <summary>INVARIANT: no field of a CSV export begins with a character by which a spreadsheet takes it for a formula.</summary>
    [Fact]
    public void Csv_AnyText_BeginsNoFormulaAndReadsBack() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            Gen.Elements("", "=", "+", "-", "@", "\t", "\r", "\n", "＝").SelectMany(start =>
                Gen.Elements('a', ',', '"', '\n', '=', '\\', 'ø').ListOf(6).Select(rest => start + string.Concat(rest))).ToArbitrary(),
            text =>
            {
                var field = CsvFormat.Field(text);
                var read = Unquoted(field);
                read.TrimStart('\'').ShouldBe(text.TrimStart('\''));
                return read.Length == 0 || !"=+-@\t\r\n＝＋－＠".Contains(read[0], StringComparison.Ordinal);
            }));

    [Fact]
    public void Csv_AnEntry_HasAsManyFieldsAsTheFirstLine()
    {
        var lines = Written(new CsvFormat(), Entry(Hostile)).Split("\r\n");

        lines[0].Split(',').ShouldBe(EntryColumns.All.Select(column => column.Name));
        Written(new CsvFormat(), Entry("plain")).Split("\r\n")[1].Split(',').Length.ShouldBe(EntryColumns.All.Count);
    }

    /// <summary>INVARIANT: no text in a CEF export can end its field: bars, equals signs, backslashes and line ends are escaped.</summary>
    [Fact]
    public void Cef_AHostileText_EndsNeitherFieldNorLine()
    {
        var text = Written(new CefFormat(), Entry(Hostile));

        text.Count(letter => letter == '\n').ShouldBe(1);
        text.ShouldContain(@"suid=\=cmd|' /C calc'!A0\r\n""x"",y\=z\\w|v<script> ");
        text.ShouldStartWith("CEF:0|Taushet|taushet|1|request|Information given|3|rt=");
        CefFormat.Header("a|b\\c\n").ShouldBe(@"a\|b\\c ");
    }

    [Fact]
    public void JsonLines_AnEntry_IsOneObjectOnOneLine()
    {
        var text = Written(new JsonLinesFormat(), Entry(Hostile));

        text.Count(letter => letter == '\n').ShouldBe(1);
        var json = JsonDocument.Parse(text).RootElement;
        json.GetProperty("person").GetString().ShouldBe(Hostile);
        json.GetProperty("given").EnumerateArray().Select(cell => cell.GetString()).ShouldBe(["ATT"]);
        json.TryGetProperty("rules", out _).ShouldBeFalse();
    }

    [Fact]
    public void Fhir_Entries_AreABundleOfAuditEventsInTheShapeOfAPrivacyDisclosure()
    {
        var format = new FhirFormat();
        using var output = new StringWriter();
        format.Begin(output);
        format.Write(output, Entry(Hostile));
        format.Write(output, Entry("b", given: false));
        format.End(output);

        var bundle = JsonDocument.Parse(output.ToString()).RootElement;
        bundle.GetProperty("resourceType").GetString().ShouldBe("Bundle");
        var events = bundle.GetProperty("entry").EnumerateArray().Select(one => one.GetProperty("resource")).ToList();
        events.Count.ShouldBe(2);
        events.ShouldAllBe(one => one.GetProperty("resourceType").GetString() == "AuditEvent"
            && one.GetProperty("type").GetProperty("code").GetString() == "110106");
        events.Select(one => one.GetProperty("outcome").GetString()).ShouldBe(["0", "4"]);
        var agents = events[0].GetProperty("agent").EnumerateArray()
            .Select(agent => agent.GetProperty("type").GetProperty("coding")[0].GetProperty("code").GetString());
        agents.ShouldBe(["110153", "110152", "IRCP"]);
        events[0].GetProperty("entity").EnumerateArray().Count().ShouldBe(2);
        events[0].GetProperty("recorded").GetString().ShouldBe("2026-08-29T13:20:00.000000Z");
    }

    /// <summary>INVARIANT: no text in a FHIR export can end its string.</summary>
    [Fact]
    public void Fhir_AnyText_ReadsBackAsItWas() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(
            Gen.Elements('a', '"', '\\', '\n', '\0', 'ø', '<', '\u2028').ListOf(2000).Select(string.Concat).ToArbitrary(),
            text =>
            {
                var bundle = JsonDocument.Parse(Written(new FhirFormat(), Entry($"x{text}"))).RootElement;
                var agent = bundle.GetProperty("entry")[0].GetProperty("resource").GetProperty("agent")[2];
                return agent.GetProperty("who").GetProperty("identifier").GetProperty("value").GetString() == $"x{text}";
            }));

    [Fact]
    public void Html_AHostileText_IsTextAndNothingElse()
    {
        var text = Written(new HtmlFormat("Logg"), Entry(Hostile));

        text.ShouldNotContain("<script>");
        text.ShouldContain("&lt;script&gt;");
        text.ShouldContain("1 oppføringer.");
    }

    [Fact]
    public void Reasons_OfWhatTheReaderDoesNotHold_AreNotTold()
    {
        Written(new CsvFormat(), Entry("a", reasons: true)).ShouldContain("hpl-33-report");
        Written(new CsvFormat(), Entry("a", reasons: false)).ShouldNotContain("hpl-33-report");
    }

    private static string Written(IEntryFormat format, ExportedEntry entry)
    {
        using var output = new StringWriter();
        format.Begin(output);
        format.Write(output, entry);
        format.End(output);
        return output.ToString();
    }

    private static string Unquoted(string field) =>
        field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;

    private static ExportedEntry Entry(string person, bool given = true, bool reasons = false) => new(
        new IndexedEntry(
            1,
            new Guid(1, 2, 3, new byte[8]),
            7,
            new Guid(4, 5, 6, new byte[8]),
            new PublicPart
            {
                TimeMicros = 1_788_009_600_000_000,
                Kind = EntryKind.Request,
                Flow = Flow.Pull,
                RequestId = new Guid(7, 8, 9, new byte[8]),
                Receiver = new PartyRef("310000019", string.Empty, Service.GeneralPractitioner, default),
                Holder = new PartyRef("310000000", string.Empty, Service.PrimarySchool, ServiceForm.Municipal),
                Purpose = Purpose.HealthCare,
                Bases = MemberSet<Basis>.Of(Basis.Consent),
                PolicyHash = "aa",
                LawDate = new DateOnly(2026, 9, 1),
                Given = given ? CellSet.Of(Cell.Attendance) : CellSet.Empty,
                Caller = "issuer client",
            },
            new byte[32],
            new IndexedDetails
            {
                Person = person,
                Role = "teacher",
                Rules = ImmutableArray.Create("hpl-33-report"),
                Outcomes = MemberSet<Outcome>.Of(Outcome.Must),
            }),
        reasons);
}
