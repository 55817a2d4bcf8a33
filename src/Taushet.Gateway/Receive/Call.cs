using Taushet.Core.Requests;
using Taushet.Gateway.Identify;

namespace Taushet.Gateway.Receive;

/// <summary>One call as it was received. The instant and the id are taken here, once, and passed down.</summary>
/// <remarks>The server knows one call by its HTTP request. A stream is that call; each of its items is a call of its own
/// beside it, which the server does not know.</remarks>
internal sealed class Call
{
    /// <summary>Takes the instant and the id.</summary>
    public Call(Guid requestId, DateTimeOffset instant, Caller caller, TimeLimit limit)
    {
        RequestId = requestId;

        // To the microsecond, as the entry and the answer tell it.
        Instant = new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        LawDate = OsloTime.DateAt(Instant);
        Caller = caller;
        Limit = limit;
    }

    /// <summary>The caller's id of the request, or the gateway's own.</summary>
    public Guid RequestId { get; }

    /// <summary>When the call was received, to the microsecond.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>The date whose law decides: the instant's in Oslo.</summary>
    public DateOnly LawDate { get; }

    /// <summary>Who calls.</summary>
    public Caller Caller { get; }

    /// <summary>Whether the call is a push under a duty: set once the call is seen to be well-formed.</summary>
    /// <remarks>Whatever ends such a call then tells the telephone route.</remarks>
    public bool DutyPush { get; set; }

    /// <summary>How long the call may take.</summary>
    public TimeLimit Limit { get; }

    /// <summary>Ends when the caller goes away or the time is up.</summary>
    public CancellationToken Cancellation => Limit.Cancellation;
}
