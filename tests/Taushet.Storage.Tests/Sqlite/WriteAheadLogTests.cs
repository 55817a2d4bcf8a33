using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

public sealed class WriteAheadLogTests
{
    private const int Waiting = 64;
    private const int Total = 12_000;
    private const int PageSize = 4096;

    [Fact]
    public async Task AppendAsync_WithoutPause_BeginsTheWriteAheadLogAnewBeforeACommitMustMoveIt()
    {
        await using var temporary = new TemporaryStore();
        var audit = temporary.Store.Audit;
        var draft = Given.Draft(new string('x', 3000));
        var left = Total;

        await Task.WhenAll(Enumerable.Range(0, Waiting).Select(n => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                (await audit.AppendAsync(draft, Given.Child(n), Given.HolderOrganisation, FactVersions.NotRead, default))
                    .ShouldBeOfType<AppendResult.Stored>();
            }
        })));

        new FileInfo(temporary.Options.Path + "-wal").Length.ShouldBeLessThan((long)WalCheckpointer.InlinePages * PageSize);
    }
}
