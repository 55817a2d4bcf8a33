using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Taushet.Storage.SqlServer;

namespace Taushet.Storage.Tests.SqlServer;

/// <summary>What can be said of the SQL without a server.</summary>
public sealed partial class ScriptTests
{
    private const string Prefix = "Taushet.Storage.SqlServer.Migrations.";

    public static TheoryData<string> Forbidden =>
    [
        @"\bMERGE\b", @"\bCREATE\s+OR\s+ALTER\b", @"\bWAITFOR\b", @"\bALTER\s+DATABASE\b", @"\bHASHBYTES\b", @"\bfloat\b", @"\breal\b",
        @"\bWITH\s*\(\s*(UPDLOCK|HOLDLOCK|TABLOCKX?|ROWLOCK|XLOCK|NOLOCK|READPAST|SERIALIZABLE)", @"\bUNIQUE\b", @"\bdatetime2?\b",
        @",\s*INDEX\s", @"\bNEWID\b", @"\bGETUTCDATE\b", @"\buniqueidentifier\b",
    ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Statements_OfThisStore_KeepToWhatServersShare(string pattern)
    {
        var files = Directory.GetFiles(Source(), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".sql" or ".cs" && !file.EndsWith("SqlServerOpener.cs", StringComparison.Ordinal))
            .ToList();

        files.Count.ShouldBeGreaterThan(20);
        files.Where(file => Regex.IsMatch(
                Comment().Replace(File.ReadAllText(file), string.Empty),
                pattern,
                RegexOptions.IgnoreCase,
                TimeSpan.FromSeconds(1)))
            .Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Fact]
    public void Forms_OfOneScript_MakeTheSameTables()
    {
        var forms = MigrationScript.Load(Prefix).Where(script => script.Form.Length > 0).ToDictionary(script => script.Form);

        forms.Keys.ShouldBe(["ledger", "triggers"], ignoreOrder: true);
        var kept = Tables(forms["ledger"].Text);
        kept.Count.ShouldBe(3);
        Tables(forms["triggers"].Text).Where(table => !table.StartsWith("CREATE TABLE trail_anchor", StringComparison.Ordinal))
            .ShouldBe(kept);
        Ledger().Count(forms["ledger"].Text).ShouldBe(3);
        Ledger().Count(forms["triggers"].Text).ShouldBe(0);
    }

    [Fact]
    public void Batches_OfAScript_AreWhatStandsBetweenGo() =>
        SqlServerMigrator.Batches("SELECT 1\nGO\nSELECT 'GO'\ngo  \n\nGO\nSELECT 2 -- GO\n").Select(batch => batch.Trim())
            .ShouldBe(["SELECT 1", "SELECT 'GO'", "SELECT 2 -- GO"]);

    [Fact]
    public void LoginScript_NamesEveryTableAndGrantsNoChangeOfWhatIsOnlyAppended()
    {
        var login = SqlServerStore.LoginScript();
        var tables = MigrationScript.Load(Prefix).SelectMany(script => Tables(script.Text)).Select(table => table.Split(' ')[2])
            .Where(table => !table.EndsWith("_anchor", StringComparison.Ordinal)).Distinct().ToList();

        tables.ShouldContain("audit_entry");
        tables.Where(table => !Regex.IsMatch(
                login, $@"^GRANT SELECT[^\n]* ON {Regex.Escape(table)} TO", RegexOptions.Multiline, TimeSpan.FromSeconds(1)))
            .ShouldBeEmpty();
        string[] kept =
        [
            "audit_entry", "log_subtree", "[checkpoint]", "wish_event", "wish_party", "standing_decision", "standing_decision_change",
            "policy_set",
        ];
        foreach (var table in kept)
        {
            login.ShouldContain($"GRANT SELECT, INSERT ON {table} TO taushet_gateway;");
            login.ShouldContain($"DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON {table} TO taushet_gateway;");
        }
    }

    private static List<string> Tables(string text) =>
        [.. Table().Matches(text).Select(match => match.Value.TrimEnd(';'))];

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Taushet.Storage/SqlServer"));

    [GeneratedRegex(@"^\s*(?:--|//).*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^CREATE TABLE .*?^\)", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"WITH \(LEDGER = ON \(APPEND_ONLY = ON\)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ledger();
}
