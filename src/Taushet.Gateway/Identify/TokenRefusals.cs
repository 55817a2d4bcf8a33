using System.Collections.Concurrent;
using System.Numerics;
using Taushet.Gateway.Logging;

namespace Taushet.Gateway.Identify;

/// <summary>Counts refused tokens by issuer and fault. Logged the first time and whenever a count doubles.</summary>
/// <remarks>INVARIANT: a refused token is told of by its issuer's short name and a code, never by anything in it.</remarks>
internal sealed class TokenRefusals(ILogger<TokenRefusals> logger)
{
    /// <summary>Stands for every issuer that is not listed.</summary>
    public const string Unlisted = "unlisted";

    private readonly ConcurrentDictionary<(string Issuer, TokenFault Fault), long> counts = new();

    /// <summary>How many of an issuer have been refused for a fault.</summary>
    public long Of(string issuer, TokenFault fault) => counts.GetValueOrDefault((issuer, fault));

    /// <summary>Counts one refusal.</summary>
    public void Note(string issuer, TokenFault fault)
    {
        var total = counts.AddOrUpdate((issuer, fault), 1, (_, before) => before + 1);
        if (BitOperations.IsPow2(total))
        {
            logger.TokenRefused(issuer, fault.ToString(), total);
        }
    }
}
