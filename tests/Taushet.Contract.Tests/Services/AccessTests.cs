using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Services;

public sealed class AccessTests
{
    [Fact]
    public void Contract_EveryRpc_NamesItsCallers() => Contract.Files.SelectMany(Access.Faults).ShouldBeEmpty();

    [Fact]
    public void Contract_FrontAndSource_AreAmongTheServices() =>
        new[] { "SharingService", "SourceService" }
            .ShouldBeSubsetOf(Contract.Files.SelectMany(file => file.Services).Select(service => service.Name));

    [Fact]
    public void Faults_RpcWithoutCallers_Found() => Access.Faults(MadeUp()).Count().ShouldBe(1);

    [Fact]
    public void Faults_RpcWithoutKnownCaller_Found() => Access.Faults(MadeUp(CallerKind.Unspecified)).Count().ShouldBe(1);

    [Fact]
    public void Faults_RpcWithCallerTwice_Found() =>
        Access.Faults(MadeUp(CallerKind.Auditor, CallerKind.Auditor)).Count().ShouldBe(1);

    [Fact]
    public void Faults_RpcWithCaller_None() => Access.Faults(MadeUp(CallerKind.Auditor)).ShouldBeEmpty();

    private static FileDescriptor MadeUp(params CallerKind[] callers)
    {
        var method = new MethodDescriptorProto
        {
            Name = "Ask",
            InputType = ".Nothing",
            OutputType = ".Nothing",
            Options = new MethodOptions(),
        };
        method.Options.GetOrInitializeExtension(OptionsExtensions.Access).AddRange(callers);
        var file = new FileDescriptorProto
        {
            Name = "made_up.proto",
            Syntax = "proto3",
            MessageType = { new DescriptorProto { Name = "Nothing" } },
            Service = { new ServiceDescriptorProto { Name = "MadeUp", Method = { method } } },
        };
        return FileDescriptor.BuildFromByteStrings([file.ToByteString()], new ExtensionRegistry { OptionsExtensions.Access })[0];
    }
}
