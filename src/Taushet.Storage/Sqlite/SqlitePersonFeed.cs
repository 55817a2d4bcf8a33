using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Registry;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>The person registry's events into SQLite: each batch in one transaction.</summary>
internal sealed class SqlitePersonFeed(SqliteOpener opener, WriteGate gate) : IPersonFeed
{
    private StoreKeys Keys => opener.Options.Keys;

    public Task<int> WriteAsync(IReadOnlyList<PersonEvent> batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(gate.Write(connection => Write(connection, Keys, batch)));
    }

    public Task<bool> CompleteAsync(DateTimeOffset asOf, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(gate.Write(connection => PersonTable.Advance(connection, asOf)));
    }

    /// <summary>Writes events inside a transaction.</summary>
    /// <returns>How many persons changed.</returns>
    internal static int Write(SqliteConnection connection, StoreKeys keys, IReadOnlyCollection<PersonEvent> batch)
    {
        foreach (var told in batch)
        {
            foreach (var former in told.FormerNumbers)
            {
                Replace(connection, keys, SubjectLookup.OfNumber(keys, former), Current(connection, keys, told.Number), told.AsOf);
            }
        }

        return SaidOf.Each(batch, number => Current(connection, keys, number))
            .Count(person => PersonTable.Take(connection, person.Subject, person.Said));
    }

    /// <summary>Everything that is registered under one number goes to another, once.</summary>
    internal static void Replace(SqliteConnection connection, StoreKeys keys, byte[] former, byte[] current, DateTimeOffset at)
    {
        if (IdentifierTable.IsFormer(connection, former) || former.AsSpan().SequenceEqual(current))
        {
            return;
        }

        PersonTable.Move(connection, former, current);
        CareTable.Move(connection, former, current);
        WishTable.Move(connection, former, current);
        PersonKeyTable.Move(connection, keys, former, current);
        IdentifierTable.Replace(connection, former, current, at);
    }

    private static byte[] Current(SqliteConnection connection, StoreKeys keys, string number) =>
        IdentifierTable.Current(connection, SubjectLookup.OfNumber(keys, number));
}
