using Microsoft.Data.SqlClient;
using Mono.Cecil;

namespace Taushet.Compat.Tests.References;

/// <summary>The official assemblies that refer to stand-ins, by a short name.</summary>
internal static class OfficialAssembly
{
    private const string Client = "Microsoft.Data.SqlClient.dll";

    /// <summary>The assemblies of gRPC, as they lie beside the tests.</summary>
    public static IEnumerable<string> OfGrpc =>
        Directory.GetFiles(AppContext.BaseDirectory, "Grpc.*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Except(StandIn.Names, StringComparer.Ordinal);

    /// <summary>The SQL Server client, which is another assembly on each kind of system; named by its folder.</summary>
    public static IEnumerable<string> OfSqlServer =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes"), Client, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(AppContext.BaseDirectory, path).Replace('\\', '/'));

    /// <summary>The SQL Server client that runs here.</summary>
    public static string SqlClientHere =>
        Path.GetRelativePath(AppContext.BaseDirectory, typeof(SqlConnection).Assembly.Location).Replace('\\', '/');

    public static ModuleDefinition Read(string name) => ModuleDefinition.ReadModule(
        Path.Combine(AppContext.BaseDirectory, name.EndsWith(".dll", StringComparison.Ordinal) ? name : name + ".dll"));
}
