using System.Collections.Frozen;
using Taushet.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Taushet.Gateway.Identify;

/// <summary>Who may call which rpc, read from each rpc's access option.</summary>
internal sealed class AccessTable
{
    private readonly FrozenDictionary<string, FrozenSet<CallerKind>> kinds;

    /// <summary>Reads the options of services.</summary>
    /// <exception cref="InvalidOperationException">An rpc names no caller: it would be open or shut by accident.</exception>
    public AccessTable(params ReadOnlySpan<ServiceDescriptor> services)
    {
        var read = new Dictionary<string, FrozenSet<CallerKind>>(StringComparer.Ordinal);
        foreach (var method in services.ToArray().SelectMany(service => service.Methods))
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

    /// <summary>Whether a kind of caller may call an rpc; an rpc that is not in the table is shut.</summary>
    public bool Allows(string rpc, CallerKind caller) =>
        kinds.TryGetValue(rpc, out var named) && (named.Contains(caller) || named.Contains(CallerKind.Anyone));

    /// <summary>Whether a caller may call an rpc: by any of the kinds it is.</summary>
    public bool Allows(string rpc, Caller caller) => caller.Kinds.Any(kind => Allows(rpc, kind));
}
