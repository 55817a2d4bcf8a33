using Taushet.Cli.Load;

namespace Taushet.Cli.Tests.Load;

public sealed class LoadDriverTests
{
    private static readonly LoadPlan Plan = new()
    {
        Callers = [3],
        WarmUp = TimeSpan.Zero,
        Measured = TimeSpan.FromSeconds(60),
        MostCalls = 50,
    };

    [Fact]
    public async Task Run_MostCallsReached_StopsBeforeTheTimeIsUp()
    {
        var calls = 0;

        var figures = await RunAsync(Plan, _ => Task.FromResult(Interlocked.Increment(ref calls)));

        calls.ShouldBe(50);
        (figures.Answered, figures.Failed).ShouldBe((50, 0));
    }

    [Fact]
    public async Task Run_CallsFail_AreCountedApartAndTheFirstIsTold()
    {
        var figures = await RunAsync(Plan, _ => Task.FromException(new InvalidDataException("no receipt")));

        (figures.Answered, figures.Failed, figures.FirstFailure).ShouldBe((0, 50, "no receipt"));
    }

    [Fact]
    public async Task Run_ServerNeverAnswers_IsCutAndCountedAsFailed()
    {
        var plan = Plan with { Measured = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromMilliseconds(50) };

        var figures = await RunAsync(plan, cut => Task.Delay(Timeout.Infinite, cut)).WaitAsync(TimeSpan.FromSeconds(30));

        (figures.Answered, figures.Failed).ShouldBe((0, 3));
    }

    [Fact]
    public async Task Run_CancelledByItsUser_GivesNoFigures()
    {
        using var user = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(
            RunAsync(Plan, cut => Task.Delay(Timeout.Infinite, cut), user.Token).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static async Task<LoadFigures> RunAsync(LoadPlan plan, Func<CancellationToken, Task> call, CancellationToken user = default) =>
        (await new LoadDriver(TimeProvider.System).RunAsync([new LoadTarget("it", call)], plan, user).ToListAsync(user))
            .ShouldHaveSingleItem();
}
