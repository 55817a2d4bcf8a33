namespace Taushet.Campaigns.Durability;

/// <summary>What one traced system call did.</summary>
internal enum TraceKind
{
    LogWrite,
    LogSync,
    SocketSend,
}

/// <summary>One traced system call.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Begin">The line at which it began: the order of beginnings.</param>
/// <param name="End">The line at which it returned.</param>
/// <param name="Data">For writes and sends: the bytes as the tracer printed them, <c>\x..</c> each.</param>
internal sealed record TraceEvent(TraceKind Kind, int Begin, int End, string Data);
