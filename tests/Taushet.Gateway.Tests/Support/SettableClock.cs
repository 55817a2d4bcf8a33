namespace Taushet.Gateway.Tests.Support;

/// <summary>The clock of the law, set by the test.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
