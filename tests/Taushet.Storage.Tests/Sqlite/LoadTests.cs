using System.Diagnostics;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;
using Xunit.Abstractions;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>Prints what the write path does here; it asserts only that nothing is lost, since machines differ.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 300)]
    [InlineData(16, 4_000)]
    [InlineData(128, 20_000)]
    public async Task AppendAsync_ManyWaiting_StoresEachOnce(int waiting, int total)
    {
        await using var temporary = new TemporaryStore();
        var audit = temporary.Store.Audit;
        var draft = Given.Draft(new string('x', 900));
        var left = total;
        var slowest = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, waiting).Select(n => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var start = Stopwatch.GetTimestamp();
                var result = await audit.AppendAsync(
                    draft, new SubjectKey(null, $"{n % 50}"), Given.HolderOrganisation, Given.Nothing, default);
                result.ShouldBeOfType<AppendResult.Stored>();
                slowest = Math.Max(slowest, Stopwatch.GetTimestamp() - start);
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;

        output.WriteLine(
            $"{waiting} waiting: {total / seconds:0}/s, mean {1000 * seconds * waiting / total:0.00} ms, "
            + $"slowest {1000.0 * slowest / Stopwatch.Frequency:0.0} ms");
        (await temporary.Store.Trail.CountAsync(default)).ShouldBe(total);
    }
}
