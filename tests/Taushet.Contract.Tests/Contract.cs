using System.Reflection;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests;

/// <summary>The compiled contract, as its descriptors tell it.</summary>
internal static class Contract
{
    public const string Package = "taushet.v1";

    public static MessageDescriptor Record => ChildInformation.Descriptor;

    /// <summary>Every proto file of the package that is compiled into the contract.</summary>
    public static IReadOnlyList<FileDescriptor> Files { get; } =
        [.. typeof(ChildInformation).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .Where(file => file.Package == Package)];
}
