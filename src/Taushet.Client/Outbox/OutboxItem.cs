using Grpc.Core;

namespace Taushet.Client;

/// <summary>Where a disclosure in an outbox stands.</summary>
public enum OutboxState
{
    /// <summary>Not known to be stored by the gateway: it is sent again.</summary>
    Waiting = 1,

    /// <summary>Stored by the gateway, by a receipt that was checked. What was sent is no longer in the outbox.</summary>
    Stored = 2,

    /// <summary>The gateway will never take it as it is: somebody must look at it now. What was to be sent is kept.</summary>
    Refused = 3,
}

/// <summary>One disclosure of an outbox.</summary>
/// <param name="Id">The sender's id of it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PutAt">When it was put in.</param>
/// <param name="Attempts">How often it has been sent.</param>
/// <param name="LastStatus">How the last sending ended; null before the first.</param>
/// <param name="Told">What the gateway said then: under a duty also whom to call. Never a value of the disclosure.</param>
public sealed record OutboxItem(Guid Id, OutboxState State, DateTimeOffset PutAt, int Attempts, StatusCode? LastStatus, string Told);
