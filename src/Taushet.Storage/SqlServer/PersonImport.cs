using System.Data;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Ports;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>
/// Imports rows of the person registry in several transactions, so that a large feed does not keep everybody else from changing
/// or appending for as long as it lasts.
/// </summary>
/// <remarks>
/// INVARIANT: the feed's time moves with the last row it speaks for, never before it. So a half import never looks fresh: what it
/// has written is true, and what it has not is as old as the time says. One import at a time, or an older one could write its rows
/// over those of a newer one that has ended.
/// </remarks>
internal sealed class PersonImport(SqlServerOpener opener, RegisterGate gate)
{
    public async Task RunAsync(IReadOnlyCollection<PersonRow> persons, DateTimeOffset asOf, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var connection = await gate.OpenAsync(cancellation);
        await gate.HoldAsync(connection, AppLock.Import, cancellation);
        try
        {
            await WriteAsync(connection, persons, asOf, cancellation);
        }
        finally
        {
            await ReleaseAsync(connection);
        }
    }

    private async Task WriteAsync(
        SqlConnection connection,
        IReadOnlyCollection<PersonRow> persons,
        DateTimeOffset asOf,
        CancellationToken cancellation)
    {
        var left = persons.Count;
        if (left == 0)
        {
            await WriteAsync(connection, [], asOf, last: true, cancellation);
        }

        foreach (var chunk in persons.Chunk(opener.Options.ImportChunk))
        {
            left -= chunk.Length;
            await WriteAsync(connection, chunk, asOf, last: left == 0, cancellation);
        }
    }

    private Task WriteAsync(
        SqlConnection connection,
        PersonRow[] chunk,
        DateTimeOffset asOf,
        bool last,
        CancellationToken cancellation) =>
        gate.WriteAsync(
            connection,
            async write =>
            {
                if (await PersonTable.FeedAsync(write) > asOf)
                {
                    throw new InvalidOperationException("The person registry's feed already speaks for a later time.");
                }

                if (chunk.Length > 0)
                {
                    await SqlServerPersonFeed.WriteAsync(write, opener.Options.Keys, [.. chunk.Select(person => person.AsOf(asOf))]);
                }

                if (last)
                {
                    await PersonTable.AdvanceAsync(write, asOf);
                }

                return last;
            },
            cancellation);

    // A connection that is gone has let go of its lock.
    private static Task ReleaseAsync(SqlConnection connection) =>
        connection.State == ConnectionState.Open ? AppLock.Import.ReleaseAsync(connection) : Task.CompletedTask;
}
