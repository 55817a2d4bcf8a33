namespace Taushet.Gateway.Tests.Support;

/// <summary>The clock of the law, set by the test.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>What it throws instead of telling the time.</summary>
    public Exception? Fault { get; set; }

    public override DateTimeOffset GetUtcNow() => Fault is null ? Now : throw Fault;
}
