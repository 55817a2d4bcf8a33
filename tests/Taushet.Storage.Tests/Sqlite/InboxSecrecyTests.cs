using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

public sealed class InboxSecrecyTests : IAsyncDisposable
{
    private readonly TemporaryStore temporary = new();

    /// <summary>INVARIANT: what is written of a request is the same, and of the same size, whether it waits or not.</summary>
    [Fact]
    public async Task PutAsync_WaitingOrNot_ShortOrLong_SameSizeAndNoNumber()
    {
        foreach (var (waiting, length) in new[] { (true, 11), (false, 11), (true, 900), (false, 1900) })
        {
            await temporary.Store.Inbox.PutAsync(Request(waiting, length), 100, default);
        }

        await temporary.CloseAsync();
        await using var connection = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        var rows = (await connection.QueryAsync<(long Size, long Columns)>(
            "SELECT length(content), (state = 1) + (version = 1) + (answered_at IS NULL) + (answer IS NULL) FROM pending_request"))
            .ToList();
        rows.Count.ShouldBe(4);
        rows.Distinct().Count().ShouldBe(1);
        rows[0].Columns.ShouldBe(4);
        var file = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(temporary.Options.Path));
        file.ShouldNotContain(People.Number(1));
    }

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    private static InboxRequest Request(bool waiting, int length) => new()
    {
        Handle = Guid.NewGuid(),
        Receiver = Given.ReceiverOrganisation,
        Holder = Given.HolderOrganisation,
        HolderUnit = string.Empty,
        HolderService = Service.PrimarySchool,
        Waiting = waiting,
        AskedAt = Given.Instant,
        Until = Given.Instant.AddDays(14),
        Content = Encoding.UTF8.GetBytes(People.Number(1).PadRight(length)),
    };
}
