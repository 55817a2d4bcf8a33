using Microsoft.AspNetCore.Builder;
using Taushet.Cli.Doctor;
using Taushet.Cli.Tests.Support;
using Taushet.Storage.Files;

namespace Taushet.Cli.Tests.Doctor;

/// <summary>What the doctor reads is what a gateway reads, and each thing that is wrong is told with what, where and what to do.</summary>
[Collection(nameof(ProcessVariables))]
public sealed class GatewaySettingsTests : IDisposable
{
    private readonly TrailFolder folder = new();
    private readonly Folder root = new();

    // INVARIANT: what is read here is what the builder of a gateway's host reads from the same folder, variables and arguments.
    [Fact]
    public void Read_FilesVariablesAndArguments_AsTheBuilderOfTheGatewaysHost()
    {
        Write("appsettings.json", """{ "Taushet": { "DataDirectory": "a", "LogName": "of-file", "CheckpointFile": "c", "PoliciesDirectory": "p" } }""");
        Write("appsettings.Staging.json", """{ "Taushet": { "LogName": "of-staging", "CertificateFile": "f" } }""");
        Write("appsettings.Production.json", """{ "Taushet": { "LogName": "of-production" } }""");
        Write("appsettings.Development.json", """{ "Taushet": { "LogName": "of-development" } }""");
        string[] names = ["DataDirectory", "LogName", "CheckpointFile", "PoliciesDirectory", "CertificateFile", "SqlServer", "CheckpointKey"];
        (string[] Arguments, (string, string)[] Variables)[] starts =
        [
            ([], []),
            ([], [("ASPNETCORE_ENVIRONMENT", "Staging")]),
            ([], [("ASPNETCORE_ENVIRONMENT", "Staging"), ("DOTNET_ENVIRONMENT", "Development")]),
            (["--environment", "Staging"], [("DOTNET_ENVIRONMENT", "Development")]),
            ([], [("Taushet__LogName", "of-variable"), ("TAUSHET__POLICIESDIRECTORY", "q")]),
            (["--Taushet:LogName=of-argument", "/Taushet:SqlServer", "server"], [("Taushet__LogName", "of-variable")]),
            (["--Taushet:LogName", ""], [("Taushet__CheckpointFile", "")]),
        ];
        foreach (var (arguments, variables) in starts)
        {
            using var set = new ProcessVariables([.. variables, ("ASPNETCORE_CONTENTROOT", root.Path)]);
            var builder = WebApplication.CreateSlimBuilder(arguments);
            var told = GatewaySettings.Read(GatewayVariables.Of([.. variables, ("ASPNETCORE_CONTENTROOT", root.Path)]), root: null, arguments);

            told.Finding.Level.ShouldBe(FindingLevel.Ok, told.Finding.Found);
            told.Told.Environment.ShouldBe(builder.Environment.EnvironmentName);
            string?[] read =
            [
                told.Told.DataDirectory, told.Told.LogName, told.Told.CheckpointFile, told.Told.PoliciesDirectory, told.Told.Certificate.File,
                told.Told.SqlServer, told.Told.CheckpointKey,
            ];
            var expected = names.Select(name => builder.Configuration[$"Taushet:{name}"] is { Length: > 0 } value ? value : null)
                .Select((value, at) => names[at] == "LogName" ? value ?? "gateway" : value);
            read.ShouldBe(expected, string.Join(' ', arguments.Concat(variables.Select(one => $"{one}"))));
        }
    }

    [Fact]
    public async Task Doctor_SettingsInAppsettings_AreThoseThatAreLookedAt()
    {
        await folder.AppendAsync(2, "east");
        Write("appsettings.json", $$"""
            { "Taushet": { "DataDirectory": "{{Json(folder.Path)}}", "LogName": "east", "PoliciesDirectory": "{{Json(Folder.RealPolicies)}}" } }
            """);

        var told = await DoctorAsync("--content-root", root.Path, "--", "--environment=Development");

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Lines.ShouldContain(line => line.StartsWith("ok    settings", StringComparison.Ordinal)
            && line.Contains($"environment Development, from {Path.Combine(root.Path, "appsettings.json")}, 0 environment variables and 1 argument", StringComparison.Ordinal));
        told.Lines.ShouldContain(line => line.StartsWith("ok    log east/", StringComparison.Ordinal));
        told.Lines.ShouldContain(line => line.StartsWith("ok    disk of data", StringComparison.Ordinal) || line.StartsWith("warn  disk of data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_AnOptionThatItHasNot_IsAFaultAndNoArgumentOfTheGateway() =>
        (await DoctorAsync("--polices", "elsewhere")).ShouldBeAFault("this is no option of doctor", "--polices");

    [Fact]
    public async Task Doctor_AppsettingsThatCannotBeRead_IsBadAndNamesTheFile()
    {
        Write("appsettings.json", "{ no json");

        await ShouldBeBadAsync("settings", Path.Combine(root.Path, "appsettings.json"), "mend the file", "--content-root", root.Path);
    }

    [Fact]
    public async Task Doctor_AnotherFolderThanTheSettingsName_IsWarnedOfAndAMissingOneIsBad()
    {
        await folder.AppendAsync(1);
        Write("appsettings.json", $$"""{ "Taushet": { "DataDirectory": "{{Json(root.File("nowhere"))}}" } }""");

        var other = await DoctorAsync("--content-root", root.Path, "--data", folder.Path);
        other.Lines.ShouldContain(line => line.StartsWith("warn  data folder", StringComparison.Ordinal) && line.Contains(root.File("nowhere"), StringComparison.Ordinal));
        await ShouldBeBadAsync("disk of data", $"there is no folder {root.File("nowhere")}", "name the gateway's own", "--content-root", root.Path);
        await ShouldBeBadAsync("store  ", "is not there", "point --data at", "--content-root", root.Path);
    }

    [Fact]
    public async Task Doctor_AnotherGatewaysKeyFiles_AreBad()
    {
        await folder.AppendAsync(1);
        using var others = new TrailFolder();
        await others.AppendAsync(1);
        File.Copy(others.File(DataFiles.CheckpointKey), folder.File(DataFiles.CheckpointKey), overwrite: true);
        await ShouldBeBadAsync("public keys", "the key that signs is not listed", "start the gateway", "--data", folder.Path);

        File.Copy(others.File(DataFiles.StoreKeys), folder.File(DataFiles.StoreKeys), overwrite: true);
        await ShouldBeBadAsync("store keys and store", "they open none of the newest 1 entry", "restore store.keys", "--data", folder.Path);

        await File.WriteAllTextAsync(folder.File(DataFiles.StoreKeys), "no key");
        await ShouldBeBadAsync("store keys", folder.File(DataFiles.StoreKeys), "restore it", "--data", folder.Path);
    }

    [Fact]
    public async Task Doctor_PoliciesThatAreNotThereOrHaveFaults_AreBad()
    {
        await ShouldBeBadAsync("policies", $"there is no folder {root.File("policies")}", "PoliciesDirectory", "--policies", root.File("policies"));
        Directory.CreateDirectory(root.File("policies"));
        Write(Path.Combine("policies", "purposes.yaml"), "- no: { policy");
        await ShouldBeBadAsync("policies", "a gateway does not start with it", "taushet policy check", "--policies", root.File("policies"));
        await ShouldBeBadAsync("policies", "is not approved", "policy approve", "--policies", Folder.RealPolicies);
    }

    [Fact]
    public async Task Doctor_AServerThatDoesNotAnswer_IsBadAndItsConnectionStringIsToldNowhere()
    {
        await folder.AppendAsync(1);
        const string Secret = "Q7-never-told";
        var server = $"Server=tcp:127.0.0.1,1;User Id=taushet;Password={Secret};Connect Timeout=1;Encrypt=false;ConnectRetryCount=0";

        var told = await ShouldBeBadAsync(
            "store  ", "the database that Taushet__SqlServer names cannot be read", "to do: ", "--data", folder.Path, "--", $"--Taushet:SqlServer={server}");

        (told.Output + told.Errors).ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData(100, nameof(FindingLevel.Bad))]
    [InlineData(1000, nameof(FindingLevel.Warn))]
    [InlineData(100_000, nameof(FindingLevel.Ok))]
    public void Disk_IsJudgedByWhatIsFree(long megabytes, string level)
    {
        var found = DiskChecks.Of("disk of data", root.Path, _ => megabytes << 20);

        (found.Level.ToString(), found.Found).ShouldBe((level, $"{megabytes} MB are free for {root.Path}"));
        DiskChecks.Of("disk of data", root.Path, _ => throw new IOException("gone")).Level.ShouldBe(FindingLevel.Warn);
        DiskChecks.Free(root.Path).ShouldBePositive();
    }

    public void Dispose()
    {
        folder.Dispose();
        root.Dispose();
    }

    private static string Json(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal);

    private static Task<Told> DoctorAsync(params string[] arguments) =>
        Told.ByAsync(TimeProvider.System, GatewayVariables.None, ["doctor", .. arguments]);

    private static async Task<Told> ShouldBeBadAsync(string check, string found, string remedy, params string[] arguments)
    {
        var told = await DoctorAsync(arguments);
        told.Code.ShouldBe(1, told.Output + told.Errors);
        var at = told.Lines.ToList().FindIndex(line => line.StartsWith($"bad   {check}", StringComparison.Ordinal) && line.Contains(found, StringComparison.Ordinal));
        at.ShouldBeGreaterThanOrEqualTo(0, told.Output);
        told.Lines[at + 1].ShouldContain(remedy);
        return told;
    }

    private void Write(string name, string text) => File.WriteAllText(root.File(name), text);
}
