using Grpc.Core;
using Taushet.Gateway.Identify;

namespace Taushet.Gateway.Tests.Identify;

/// <summary>One way to get in without the right, and how it is refused.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Fault">What the gateway counts it as; none for what the token itself does not tell.</param>
/// <param name="Headers">What is sent.</param>
internal sealed record Attack(string Name, TokenFault Fault, Func<Issuers, Metadata> Headers)
{
    /// <summary>How it is refused.</summary>
    public StatusCode Status { get; init; } = StatusCode.Unauthenticated;

    /// <summary>What is asked; a plain request of the school when null.</summary>
    public Func<V1.Inquiry>? Inquiry { get; init; }

    /// <summary>What happens before.</summary>
    public Func<Issuers, Metadata, Task>? Before { get; init; }
}
