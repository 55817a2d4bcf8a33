using System.Diagnostics;
using System.Text.Json;

namespace Taushet.Compat.Tests.Feed;

/// <summary>What a project refers to, with the partial feed and with the full one. Nothing is restored.</summary>
public sealed class FullFeedTests
{
    private const string TypesOnly = "src/Taushet.Contract/Taushet.Contract.csproj";
    private const string Transport = "src/Taushet.Gateway/Taushet.Gateway.csproj";
    private const string SqlServer = "src/Taushet.Storage/Taushet.Storage.csproj";
    private const string Neither = "src/Taushet.Core/Taushet.Core.csproj";

    [Theory]
    [InlineData(TypesOnly, "Grpc.Core.Api")]
    [InlineData(Transport, "Grpc.Core.Api", "Grpc.Net.Common")]
    [InlineData(SqlServer, "Microsoft.SqlServer.Server")]
    [InlineData(Neither)]
    public async Task PartialFeed_Project_RefersToStandIns(string project, params string[] expected)
    {
        var (packages, projects) = await ReferencesAsync(project, fullFeed: false);

        projects.Intersect(References.StandIn.Names, StringComparer.Ordinal).ShouldBe(expected, ignoreOrder: true);
        packages.Intersect(References.StandIn.Names, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TypesOnly, "Grpc.Core.Api")]
    [InlineData(Transport, "Grpc.Core.Api", "Grpc.Net.Common")]
    [InlineData(SqlServer, "Microsoft.SqlServer.Server")]
    [InlineData(Neither)]
    public async Task FullFeed_Project_RefersToRealPackages(string project, params string[] expected)
    {
        var (packages, projects) = await ReferencesAsync(project, fullFeed: true);

        packages.Intersect(References.StandIn.Names, StringComparer.Ordinal).ShouldBe(expected, ignoreOrder: true);
        projects.Intersect(References.StandIn.Names, StringComparer.Ordinal).ShouldBeEmpty();
    }

    // A project with the id of a package would be taken for it.
    [Theory]
    [InlineData("Grpc.Core.Api")]
    [InlineData("Grpc.Net.Common")]
    [InlineData("Microsoft.SqlServer.Server")]
    public async Task FullFeed_StandIn_HasAnotherId(string name)
    {
        var id = await MsBuildAsync($"src/Compat/{name}/{name}.csproj", "-p:FullFeed=true", "-getProperty:PackageId");

        id.Trim().ShouldBe(name + ".Dropped");
    }

    [Theory]
    [InlineData("Grpc.Core.Api")]
    [InlineData("Grpc.Net.Common")]
    [InlineData("Microsoft.SqlServer.Server")]
    public async Task FullFeed_StandIn_BuildsNothing(string name)
    {
        var output = await MsBuildAsync($"src/Compat/{name}/{name}.csproj", "-p:FullFeed=true", "-getTargetResult:Build");

        using var document = JsonDocument.Parse(output);
        var build = document.RootElement.GetProperty("TargetResults").GetProperty("Build");
        build.GetProperty("Result").GetString().ShouldBe("Success");
        build.GetProperty("Items").GetArrayLength().ShouldBe(0);
    }

    private static async Task<(string[] Packages, string[] Projects)> ReferencesAsync(string project, bool fullFeed)
    {
        var output = await MsBuildAsync(
            project, $"-p:FullFeed={(fullFeed ? "true" : "false")}", "-getItem:PackageReference", "-getItem:ProjectReference");
        using var document = JsonDocument.Parse(output);
        var items = document.RootElement.GetProperty("Items");
        return (Names(items, "PackageReference", "Identity"), Names(items, "ProjectReference", "Filename"));
    }

    private static string[] Names(JsonElement items, string kind, string metadata) =>
        [.. items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty(metadata).GetString()!)];

    private static async Task<string> MsBuildAsync(string project, params string[] arguments)
    {
        var root = Root();
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        };

        // The test host's own build variables would lead the child astray.
        foreach (var name in start.Environment.Keys.Where(IsOfBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }

    private static bool IsOfBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("FullFeed", StringComparison.OrdinalIgnoreCase);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Taushet.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
