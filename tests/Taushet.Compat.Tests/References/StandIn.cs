using Mono.Cecil;

namespace Taushet.Compat.Tests.References;

/// <summary>The stand-in assemblies, by what they define.</summary>
internal sealed class StandIn : IDisposable
{
    public static readonly string[] Names = ["Grpc.Core.Api", "Grpc.Net.Common", "Microsoft.SqlServer.Server"];

    private readonly Dictionary<string, ModuleDefinition> modules = Names.ToDictionary(
        name => name,
        name => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, name + ".dll")),
        StringComparer.Ordinal);

    public static bool IsHome(TypeReference type) => Names.Contains(Home(type), StringComparer.Ordinal);

    /// <summary>The definition a reference means, if it is there and can be seen from outside.</summary>
    public TypeDefinition? Find(TypeReference type)
    {
        var definition = modules[Home(type)].GetType(type.GetElementType().FullName);
        return definition is { IsPublic: true } or { IsNestedPublic: true } or { IsNestedFamilyOrAssembly: true }
            ? definition
            : null;
    }

    public MethodDefinition? Find(MethodReference method) =>
        Find(method.DeclaringType)?.Methods.FirstOrDefault(candidate =>
            (candidate.IsPublic || candidate.IsFamily || candidate.IsFamilyOrAssembly)
            && string.Equals(candidate.Name, method.Name, StringComparison.Ordinal)
            && string.Equals(Signature.Of(candidate), Signature.Of(method), StringComparison.Ordinal));

    public FieldDefinition? Find(FieldReference field) =>
        Find(field.DeclaringType)?.Fields.FirstOrDefault(candidate =>
            candidate.IsPublic && string.Equals(Signature.Of(candidate), Signature.Of(field), StringComparison.Ordinal));

    public void Dispose()
    {
        foreach (var module in modules.Values)
        {
            module.Dispose();
        }
    }

    private static string Home(TypeReference type)
    {
        var outermost = type.GetElementType();
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return (outermost.Scope as AssemblyNameReference)?.Name ?? "";
    }
}
