using Taushet.Storage.Log;

namespace Taushet.Storage.Tests;

public sealed class TurnstileTests
{
    [Fact]
    public async Task CloseAsync_SomeAreInside_WaitsForTheLastAndLetsNoOneIn()
    {
        var turnstile = new Turnstile();
        turnstile.TryEnter().ShouldBeTrue();
        turnstile.TryEnter().ShouldBeTrue();

        var closing = turnstile.CloseAsync();

        turnstile.IsClosed.ShouldBeTrue();
        turnstile.TryEnter().ShouldBeFalse();
        turnstile.Leave();
        closing.IsCompleted.ShouldBeFalse();
        turnstile.Leave();
        await closing.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task CloseAsync_NoOneInside_CompletesAtOnceAndAgain()
    {
        var turnstile = new Turnstile();

        await turnstile.CloseAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await turnstile.CloseAsync().WaitAsync(TimeSpan.FromSeconds(10));

        turnstile.TryEnter().ShouldBeFalse();
    }
}
