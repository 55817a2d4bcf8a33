using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Registry;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Registry;

public sealed class PersonFeedImportTests
{
    /// <summary>INVARIANT: the feed's time moves only when every line before the one that says so has been written.</summary>
    [Fact]
    public async Task RunAsync_BatchThatFails_LeavesTheTimeAndIsRunAgainToTheSameEnd()
    {
        var feed = new BrokenFeed { FailsAt = 2 };
        await Should.ThrowAsync<IOException>(() => RunAsync(feed, people: 7));
        feed.Completed.ShouldBeEmpty();
        feed.Written.Count.ShouldBe(3);

        var done = await RunAsync(feed, people: 7);

        done.Lines.ShouldBe(8);
        done.SpeaksFor.ShouldBe(Given.Instant);
        feed.Completed.ShouldBe([Given.Instant]);
        feed.Written[3..].Select(told => told.Number).ShouldBe(Enumerable.Range(0, 7).Select(People.Number));
        feed.CompletedAfter.ShouldBe(10);
    }

    [Fact]
    public async Task RunAsync_EachBatch_TellsHowFarItIs()
    {
        var told = new List<long>();

        await new PersonFeedImport(new BrokenFeed(), batchSize: 3).RunAsync(Lines(7), progress => told.Add(progress.Lines), default);

        told.ShouldBe([3, 6, 7]);
    }

    private static Task<PersonFeedProgress> RunAsync(BrokenFeed feed, int people) =>
        new PersonFeedImport(feed, batchSize: 3).RunAsync(Lines(people), _ => { }, default);

    private static async IAsyncEnumerable<PersonFeedRecord> Lines(int people)
    {
        await Task.Yield();
        for (var i = 0; i < people; i++)
        {
            yield return new PersonFeedRecord(
                new PersonEvent { Number = People.Number(i), AsOf = Given.Instant, Grading = Told<Grading>.Of(Grading.Ungraded) },
                Given.Instant);
        }

        yield return new PersonFeedRecord(Event: null, Given.Instant);
    }

    private sealed class BrokenFeed : IPersonFeed
    {
        private int batches;

        public int FailsAt { get; init; }

        public List<PersonEvent> Written { get; } = [];

        public List<DateTimeOffset> Completed { get; } = [];

        public int CompletedAfter { get; private set; }

        public Task<int> WriteAsync(IReadOnlyList<PersonEvent> batch, CancellationToken cancellation)
        {
            if (++batches == FailsAt)
            {
                throw new IOException("gone");
            }

            Written.AddRange(batch);
            return Task.FromResult(batch.Count);
        }

        public Task<bool> CompleteAsync(DateTimeOffset asOf, CancellationToken cancellation)
        {
            Completed.Add(asOf);
            CompletedAfter = Written.Count;
            return Task.FromResult(true);
        }
    }
}
