using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Wishes;

/// <summary>What a wish would be after one more event: tells the giver from others as the stored event will.</summary>
internal sealed class WishForesight(ISubjectKeys subjects, StoreKeys keys)
{
    private const string Nobody = "";
    private const string Newcomer = "new";

    public async ValueTask<WishRecord> AfterAsync(WishRecord before, WishEvent next, CancellationToken cancellation) =>
        before.After(next, await MarkAsync(next, cancellation).ConfigureAwait(false));

    private async ValueTask<string> MarkAsync(WishEvent next, CancellationToken cancellation)
    {
        if (next.GiverNumber is not { } number)
        {
            return Nobody;
        }

        // Without a key the giver has given nothing yet.
        var row = await subjects.FindAsync(SubjectLookup.OfNumber(keys, number), cancellation).ConfigureAwait(false);
        return row.Wrapped is { } wrapped && PersonKey.Unwrap(keys, row.Subject, wrapped) is { } key
            ? Convert.ToHexString(key.MarkIn(next.Wish))
            : Newcomer;
    }
}
