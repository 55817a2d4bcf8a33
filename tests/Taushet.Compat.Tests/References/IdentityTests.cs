using System.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;

namespace Taushet.Compat.Tests.References;

/// <summary>The stand-ins carry the names the official assemblies ask for.</summary>
// INVARIANT: identity equals that of the official assembly, or the official assemblies that refer to it do not load.
public sealed class IdentityTests
{
    public static TheoryData<Type, Type> StandInsAndWhoRefersToThem => new()
    {
        { typeof(Status), typeof(GrpcChannel) },
        { typeof(ICompressionProvider), typeof(GrpcChannel) },
        { typeof(IBinarySerialize), typeof(SqlConnection) },
    };

    [Theory]
    [MemberData(nameof(StandInsAndWhoRefersToThem))]
    public void FullName_OfStandIn_IsTheOneTheOfficialAssemblyRefersTo(Type standIn, Type official) =>
        official.Assembly.GetReferencedAssemblies()
            .Select(reference => reference.FullName)
            .ShouldContain(standIn.Assembly.FullName);

    [Theory]
    [MemberData(nameof(StandInsAndWhoRefersToThem))]
    public void PublicKey_OfStandIn_IsThatOfTheOfficialAssembly(Type standIn, Type official) =>
        standIn.Assembly.GetName().GetPublicKey().ShouldBe(official.Assembly.GetName().GetPublicKey());

    [Theory]
    [InlineData(typeof(Status), "2.0.0.0", "2.85.0")]
    [InlineData(typeof(ICompressionProvider), "2.0.0.0", "2.85.0")]
    [InlineData(typeof(IBinarySerialize), "1.0.0.0", "1.0.0")]
    public void Version_OfStandIn_IsThatOfThePackage(Type type, string assembly, string package)
    {
        type.Assembly.GetName().Version.ShouldBe(Version.Parse(assembly));
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.ShouldStartWith(package);
    }
}
