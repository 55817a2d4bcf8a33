using System.Collections.Frozen;
using System.Reflection;
using Google.Protobuf.Reflection;
using Taushet.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Taushet.Gateway.Identify;

/// <summary>Who may call which rpc, read from each rpc's access option.</summary>
internal sealed class AccessTable
{
    private const string Package = "taushet.v1";
    private readonly FrozenDictionary<string, FrozenSet<CallerKind>> kinds;

    /// <summary>Reads the options of services.</summary>
    /// <exception cref="InvalidOperationException">An rpc names no caller: it would be open or shut by accident.</exception>
    public AccessTable(params IEnumerable<ServiceDescriptor> services)
    {
        var read = new Dictionary<string, FrozenSet<CallerKind>>(StringComparer.Ordinal);
        foreach (var method in services.SelectMany(service => service.Methods))
        {
            var named = method.GetOptions()?.GetExtension(OptionsExtensions.Access)?.ToFrozenSet() ?? [];
            if (named.Count == 0 || named.Contains(CallerKind.Unspecified))
            {
                throw new InvalidOperationException($"The rpc {method.FullName} does not name its callers.");
            }

            read[$"/{method.Service.FullName}/{method.Name}"] = named;
        }

        kinds = read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every service of the contract, so that a new one needs no line of its own.</summary>
    public static IReadOnlyList<ServiceDescriptor> ContractServices { get; } =
    [
        .. typeof(SharingService).Assembly.GetTypes()
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .Where(file => file.Package == Package)
            .DistinctBy(file => file.Name)
            .SelectMany(file => file.Services),
    ];

    /// <summary>Whether a kind of caller may call an rpc; an rpc that is not in the table is shut.</summary>
    public bool Allows(string rpc, CallerKind caller) =>
        kinds.TryGetValue(rpc, out var named) && (named.Contains(caller) || named.Contains(CallerKind.Anyone));

    /// <summary>Whether a caller may call an rpc: by any of the kinds it is.</summary>
    public bool Allows(string rpc, Caller caller) => caller.Kinds.Any(kind => Allows(rpc, kind));
}
