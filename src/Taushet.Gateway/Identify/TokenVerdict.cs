namespace Taushet.Gateway.Identify;

/// <summary>What became of a token: a caller, or why there is none.</summary>
/// <param name="Caller">Who calls; null when the token does not hold.</param>
/// <param name="Fault">Why it does not hold.</param>
internal readonly record struct TokenVerdict(Caller? Caller, TokenFault Fault)
{
    /// <summary>It holds.</summary>
    public static implicit operator TokenVerdict(Caller caller) => new(caller, TokenFault.None);

    /// <summary>It does not hold.</summary>
    public static implicit operator TokenVerdict(TokenFault fault) => new(null, fault);
}
