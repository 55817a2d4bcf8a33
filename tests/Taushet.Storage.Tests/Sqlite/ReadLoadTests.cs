using System.Diagnostics;
using Taushet.Storage.Tests.Support;
using Xunit.Abstractions;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>Prints what a read of facts costs here, for a child the registers know and for one they do not.</summary>
public sealed class ReadLoadTests(ITestOutputHelper output)
{
    private const int Rounds = 4_000;

    [Fact]
    public async Task ReadAsync_KnownAndUnknown_PrintsWhatBothCost()
    {
        await using var temporary = new TemporaryStore();
        var store = temporary.Store;
        await store.Registrar.ImportAsync([.. Enumerable.Range(0, 100).Select(Given.Person)], Given.Instant, default);
        await store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), child: 1, giver: 5), default);
        var queries = new[] { Given.Query(1), Given.Query(2), Given.Query(200) };
        var times = queries.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < queries.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                (await store.Facts.ReadAsync(queries[i], default)).ShouldNotBeNull();
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        var medians = times.Select(time => time.Order().ElementAt(Rounds / 2)).ToArray();
        output.WriteLine($"median: with a consent {medians[0]:0} us, known {medians[1]:0} us, unknown {medians[2]:0} us");
    }
}
