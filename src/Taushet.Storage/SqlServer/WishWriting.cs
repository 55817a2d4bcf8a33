using System.Text;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>Writes an event of a wish inside a transaction that somebody else ends.</summary>
internal static class WishWriting
{
    /// <summary>Appends an event.</summary>
    /// <returns>The version it makes.</returns>
    /// <exception cref="VersionConflictException">Another event came first.</exception>
    /// <exception cref="ArgumentException">The event is about another subject or kind than the wish.</exception>
    public static async Task<int> AppendAsync(RegisterWrite write, StoreKeys keys, byte[] subject, WishEvent wish)
    {
        var version = await WishEventTable.VersionOfAsync(write, wish.Wish).ConfigureAwait(false);
        if (version != wish.ExpectedVersion)
        {
            throw new VersionConflictException(wish.ExpectedVersion, version);
        }

        if (wish.Terms is { } terms)
        {
            await WishTable.WriteAsync(write, subject, wish, terms).ConfigureAwait(false);
        }
        else if (await WishTable.FindAsync(write, wish.Wish).ConfigureAwait(false) is not { } stored
            || stored.Kind != wish.Kind
            || !stored.Subject.AsSpan().SequenceEqual(subject))
        {
            throw new ArgumentException("The event is about another subject or kind than the wish.", nameof(wish));
        }

        var (mark, number) = await SealGiverAsync(write, keys, wish).ConfigureAwait(false);
        await WishEventTable.WriteAsync(write, version + 1, wish, mark, number).ConfigureAwait(false);
        return version + 1;
    }

    private static async Task<(byte[]? Mark, byte[]? Number)> SealGiverAsync(RegisterWrite write, StoreKeys keys, WishEvent wish)
    {
        if (wish.GiverNumber is not { } number)
        {
            return (null, null);
        }

        var giver = await IdentifierTable.CurrentAsync(write, SubjectLookup.OfNumber(keys, number)).ConfigureAwait(false);
        var key = await PersonKeyTable.GetOrCreateAsync(write, keys, giver).ConfigureAwait(false);
        return (key.MarkIn(wish.Wish), AuthenticatedBox.Seal(key.Key, Encoding.UTF8.GetBytes(number), StoredForms.Id(wish.Wish)));
    }
}
