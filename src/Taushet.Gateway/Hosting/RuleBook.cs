using Taushet.Core.Policies;
using Taushet.Gateway.Options;
using Taushet.Policies;
using Taushet.Policies.Approvals;

namespace Taushet.Gateway.Hosting;

/// <summary>Loads the rule book: whole or not at all, and outside Development only an approved one.</summary>
internal static class RuleBook
{
    /// <summary>Loads the folder.</summary>
    /// <returns>The book, or everything that keeps it from being used, each with file and line where there is one.</returns>
    public static (LoadedBook? Book, IReadOnlyList<string> Faults) TryLoad(GatewayOptions options, bool development)
    {
        var result = PolicyLoader.Load(options.PoliciesDirectory);
        var approvals = ApprovalList.Read(options.PoliciesDirectory);
        if (!result.Succeeded || !approvals.Faults.IsEmpty)
        {
            return (null, [.. result.Faults.Concat(approvals.Faults).Select(fault => fault.ToString())]);
        }

        var verdict = approvals.For(result.Book.Policies);
        return verdict.Approval is null && !development
            ? (null, [verdict.Why])
            : (new LoadedBook(result.Book.Policies, result.Book.Content, verdict.Approval), []);
    }

    /// <summary>Loads the folder at start.</summary>
    /// <exception cref="GatewayOptionsException">It cannot be used; every fault.</exception>
    public static LoadedBook Load(GatewayOptions options, bool development)
    {
        var (book, faults) = TryLoad(options, development);
        return book ?? throw new GatewayOptionsException([.. faults]);
    }
}

/// <summary>A rule book that may be used.</summary>
/// <param name="Policies">The policy set.</param>
/// <param name="Content">Its canonical content; empty when an embedding host brought the set itself.</param>
/// <param name="Approval">Who has approved it, or null.</param>
internal sealed record LoadedBook(PolicySet Policies, ReadOnlyMemory<byte> Content, Approval? Approval);
