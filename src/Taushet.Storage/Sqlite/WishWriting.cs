using System.Text;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Writes an event of a wish inside a transaction that somebody else ends.</summary>
internal static class WishWriting
{
    /// <summary>Appends an event.</summary>
    /// <returns>The version it makes.</returns>
    /// <exception cref="VersionConflictException">Another event came first.</exception>
    /// <exception cref="ArgumentException">The event is about another subject or kind than the wish.</exception>
    public static int Append(SqliteConnection connection, StoreKeys keys, byte[] subject, WishEvent wish)
    {
        var version = WishEventTable.VersionOf(connection, wish.Wish);
        if (version != wish.ExpectedVersion)
        {
            throw new VersionConflictException(wish.ExpectedVersion, version);
        }

        if (wish.Terms is { } terms)
        {
            WishTable.Write(connection, subject, wish, terms);
        }
        else if (WishTable.Find(connection, wish.Wish) is not { } stored
            || stored.Kind != wish.Kind
            || !stored.Subject.AsSpan().SequenceEqual(subject))
        {
            throw new ArgumentException("The event is about another subject or kind than the wish.", nameof(wish));
        }

        var (mark, number) = SealGiver(connection, keys, wish);
        WishEventTable.Write(connection, version + 1, wish, mark, number);
        return version + 1;
    }

    private static (byte[]? Mark, byte[]? Number) SealGiver(SqliteConnection connection, StoreKeys keys, WishEvent wish)
    {
        if (wish.GiverNumber is not { } number)
        {
            return (null, null);
        }

        var giver = IdentifierTable.Current(connection, SubjectLookup.OfNumber(keys, number));
        var key = PersonKeyTable.GetOrCreate(connection, keys, giver);
        return (key.MarkIn(wish.Wish), AuthenticatedBox.Seal(key.Key, Encoding.UTF8.GetBytes(number), StoredForms.Id(wish.Wish)));
    }
}
