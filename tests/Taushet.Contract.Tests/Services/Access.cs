using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Services;

/// <summary>Who may call an rpc, as its option tells.</summary>
internal static class Access
{
    public static IEnumerable<string> Faults(FileDescriptor file) =>
        file.Services.SelectMany(service => service.Methods).Where(method => !IsSound(method)).Select(method => method.FullName);

    private static bool IsSound(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(OptionsExtensions.Access) is { Count: > 0 } callers
        && callers.All(caller => caller != CallerKind.Unspecified && Enum.IsDefined(caller))
        && callers.Distinct().Count() == callers.Count;
}
