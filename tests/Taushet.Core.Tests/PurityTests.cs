using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Taushet.Core.Policies;

namespace Taushet.Core.Tests;

/// <summary>Core as compiled: what it refers to, whatever the source and its analyzers say.</summary>
public sealed class PurityTests
{
    private static readonly string[] Assemblies =
    [
        "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Memory",
        "System.Runtime.Extensions", "System.Security.Cryptography", "System.Text.Encoding.Extensions",
    ];

    private static readonly string[] Types =
    [
        "System.Random", "System.TimeProvider", "System.Environment", "System.Console",
        "System.Security.Cryptography.RandomNumberGenerator", "System.Threading.Thread", "System.Threading.Timer",
        "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
    ];

    private static readonly string[] Namespaces =
        ["System.IO", "System.Net", "System.Data", "System.Threading.Tasks"];

    private static readonly string[] Members =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7",
    ];

    [Fact]
    public void Assembly_References_OnlyThePlainLibraries() =>
        typeof(Rule).Assembly.GetReferencedAssemblies().Select(name => name.Name).ShouldBeSubsetOf(Assemblies);

    [Fact]
    public void Assembly_TypesAndMembersReferred_NoClockChanceFileOrTask()
    {
        using var file = new PEReader(File.OpenRead(typeof(Rule).Assembly.Location));
        var metadata = file.GetMetadataReader();

        var types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToList();
        types.ShouldContain("System.DateOnly", "else nothing was read");
        types.Intersect(Types, StringComparer.Ordinal).ShouldBeEmpty();
        types.Where(type => Namespaces.Any(wall => type.StartsWith(wall + ".", StringComparison.Ordinal))).ShouldBeEmpty();
        MembersOf(metadata).Intersect(Members, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void BannedSymbols_Wall_NamesAllOfThese()
    {
        var wall = File.ReadLines(Path.Combine(Here(), "..", "..", "src", "Taushet.Core", "BannedSymbols.txt"))
            .Select(line => line.Split(';')[0])
            .ToList();

        Types.Select(type => $"T:{type}").ShouldBeSubsetOf(wall);
        Namespaces.Select(name => $"N:{name}").ShouldBeSubsetOf(wall);
        Members.Select(member => member.Contains(".get_", StringComparison.Ordinal)
            ? $"P:{member.Replace("get_", string.Empty, StringComparison.Ordinal)}"
            : $"M:{member}").ShouldBeSubsetOf(wall);
    }

    private static IEnumerable<string> MembersOf(MetadataReader metadata) => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member =>
            $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}");

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
