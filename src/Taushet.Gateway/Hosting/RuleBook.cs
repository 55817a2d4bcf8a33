using Taushet.Core.Policies;
using Taushet.Gateway.Options;
using Taushet.Policies;
using Taushet.Policies.LogView;

namespace Taushet.Gateway.Hosting;

/// <summary>Loads the rule book at start: whole or not at all.</summary>
internal static class RuleBook
{
    /// <summary>Loads the folder.</summary>
    /// <exception cref="GatewayOptionsException">The folder does not load; every fault with file and line.</exception>
    public static PolicySet Load(GatewayOptions options)
    {
        var result = PolicyLoader.Load(options.PoliciesDirectory);
        return result.Succeeded
            ? result.Book.Policies
            : throw new GatewayOptionsException([.. result.Faults.Select(fault => fault.ToString())]);
    }

    /// <summary>Loads what the person's own view of the log shows; a host that brings no such files shows nobody anything.</summary>
    /// <exception cref="GatewayOptionsException">Its files do not load; every fault with file and line.</exception>
    public static LogViewBook LoadLogView(GatewayOptions options) =>
        !LogViewLoader.IsIn(options.PoliciesDirectory) ? LogViewBook.ShowingNothing
        : LogViewLoader.Load(options.PoliciesDirectory, out var faults)
        ?? throw new GatewayOptionsException([.. faults.Select(fault => fault.ToString())]);
}
