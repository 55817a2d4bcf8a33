using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;

namespace Taushet.Compat.Tests.References;

/// <summary>Every reference of the official assemblies to the absent ones is met by the stand-ins.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly StandIn standIn = new();

    public static TheoryData<string> OfficialAssemblies =>
        new(OfficialAssembly.OfGrpc.Concat(OfficialAssembly.OfSqlServer));

    // The SQL Server client derives from nothing in its stand-in.
    public static TheoryData<string> DerivingAssemblies => new(OfficialAssembly.OfGrpc);

    public static TheoryData<string> AssembliesOfThisSystem =>
        new(OfficialAssembly.OfGrpc.Append(Path.GetFileNameWithoutExtension(OfficialAssembly.SqlClientHere)));

    public void Dispose() => standIn.Dispose();

    [Fact]
    public void OfficialAssemblies_AreTheServerAndTheClient() =>
        Directory.GetFiles(AppContext.BaseDirectory, "Grpc.*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .ShouldBe(["Grpc.AspNetCore.Server", "Grpc.Core.Api", "Grpc.Net.Client", "Grpc.Net.Common"], ignoreOrder: true);

    [Fact]
    public void SqlServerClients_AreThoseOfUnixAndWindows_AndOneOfThemRuns()
    {
        OfficialAssembly.OfSqlServer.Select(path => path.Split('/')[1]).Distinct().ShouldBe(["unix", "win"], ignoreOrder: true);
        OfficialAssembly.OfSqlServer.ShouldContain(OfficialAssembly.SqlClientHere);
    }

    [Theory]
    [MemberData(nameof(OfficialAssemblies))]
    public void Types_OfficialAssemblyRefersTo_AreThere(string name)
    {
        using var official = OfficialAssembly.Read(name);
        var types = official.GetTypeReferences().Where(StandIn.IsHome).ToList();

        types.ShouldNotBeEmpty();
        types.Where(type => standIn.Find(type) is null).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OfficialAssemblies))]
    public void Members_OfficialAssemblyRefersTo_AreThereWithTheSameSignature(string name)
    {
        using var official = OfficialAssembly.Read(name);
        var members = official.GetMemberReferences().Where(member => StandIn.IsHome(member.DeclaringType)).ToList();

        members.ShouldNotBeEmpty();
        members.Where(member => !IsThere(member)).Select(member => member.FullName).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(DerivingAssemblies))]
    public void Overrides_InOfficialAssembly_HaveASlotWithTheSameAccessAndConstraints(string name)
    {
        using var official = OfficialAssembly.Read(name);
        var overrides = DerivedTypes(official).SelectMany(Overrides).ToList();

        overrides.ShouldNotBeEmpty();
        overrides.Where(pair => !HasSlot(pair.Base, pair.Method)).Select(pair => pair.Method.FullName).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(DerivingAssemblies))]
    public void AbstractMembers_OfStandInBases_AreOverriddenByOfficialAssembly(string name)
    {
        using var official = OfficialAssembly.Read(name);
        var open =
            from type in DerivedTypes(official)
            where !type.IsAbstract
            from method in standIn.Find(type.BaseType)!.Methods
            where method.IsAbstract && !type.Methods.Any(candidate => IsSame(candidate, method))
            select $"{type.FullName} lacks {method.FullName}";

        open.ShouldBeEmpty();
    }

    // The runtime itself checks interface members and generic constraints when it loads a type.
    [Theory]
    [MemberData(nameof(AssembliesOfThisSystem))]
    public void Types_OfOfficialAssembly_LoadInTheRuntime(string name) =>
        Should.NotThrow(() => AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name)).GetTypes());

    private static IEnumerable<TypeDefinition> DerivedTypes(ModuleDefinition official) =>
        official.GetTypes().Where(type => type.BaseType is not null && StandIn.IsHome(type.BaseType));

    private static IEnumerable<(TypeReference Base, MethodDefinition Method)> Overrides(TypeDefinition type) =>
        type.Methods.Where(method => method is { IsVirtual: true, IsNewSlot: false }).Select(method => (type.BaseType, method));

    private static bool IsSame(MethodDefinition one, MethodDefinition other) =>
        string.Equals(Signature.Of(one), Signature.Of(other), StringComparison.Ordinal);

    private bool IsThere(MemberReference member) => member switch
    {
        MethodReference method => standIn.Find(method) is not null,
        FieldReference field => standIn.Find(field) is not null,
        _ => false,
    };

    private bool HasSlot(TypeReference baseType, MethodDefinition method) =>
        standIn.Find(baseType)!.Methods.Any(slot =>
            slot is { IsVirtual: true, IsFinal: false }
            && IsSame(slot, method)
            && (slot.Attributes & Mono.Cecil.MethodAttributes.MemberAccessMask)
                == (method.Attributes & Mono.Cecil.MethodAttributes.MemberAccessMask)
            && string.Equals(Signature.ConstraintsOf(slot), Signature.ConstraintsOf(method), StringComparison.Ordinal));
}
