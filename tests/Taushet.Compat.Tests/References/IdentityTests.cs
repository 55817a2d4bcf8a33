using System.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;

namespace Taushet.Compat.Tests.References;

/// <summary>The stand-ins carry the names the official assemblies ask for.</summary>
public sealed class IdentityTests
{
    public static TheoryData<Type> TypesOfTheStandIns => new(typeof(Status), typeof(ICompressionProvider));

    [Theory]
    [MemberData(nameof(TypesOfTheStandIns))]
    public void FullName_OfStandIn_IsTheOneOfficialClientRefersTo(Type type) =>
        typeof(GrpcChannel).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.FullName)
            .ShouldContain(type.Assembly.FullName);

    [Theory]
    [MemberData(nameof(TypesOfTheStandIns))]
    public void PublicKey_OfStandIn_IsThatOfOfficialClient(Type type) =>
        type.Assembly.GetName().GetPublicKey().ShouldBe(typeof(GrpcChannel).Assembly.GetName().GetPublicKey());

    [Theory]
    [MemberData(nameof(TypesOfTheStandIns))]
    public void Version_OfStandIn_IsThatOfThePackage(Type type)
    {
        type.Assembly.GetName().Version.ShouldBe(new Version(2, 0, 0, 0));
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.ShouldStartWith("2.85.0");
    }
}
