using Taushet.Core.Requests;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Retention;

/// <summary>Seals a request on its way into the inbox, inside the transaction that puts it there.</summary>
internal static class InboxSealing
{
    /// <summary>Seals.</summary>
    public static SealedRequest Seal(ISharedChange change, StoreKeys keys, InboxSealer sealer, InboxRequest request)
    {
        if (request.Subject is not { } subject)
        {
            return new SealedRequest(sealer.Seal(request.Content.Span, request.Holder, request.Handle, InboxPart.Content), null, null);
        }

        var current = EntryKeys.Current(change, SubjectLookup.Of(keys, subject));
        var year = OsloTime.DateAt(request.AskedAt).Year;
        var key = EntryKeys.GetOrCreate(change, keys, new KeyName(current, request.Holder, (int)request.HolderService, year));
        return new SealedRequest(
            sealer.Seal(request.Content.Span, request.Holder, request.Handle, InboxPart.Content, key), current, year);
    }
}

/// <summary>A request as the inbox keeps it.</summary>
/// <param name="Content">What was asked, sealed.</param>
/// <param name="KeySubject">Under whose key, or null.</param>
/// <param name="KeyYear">Under the key of which year, or null.</param>
internal sealed record SealedRequest(byte[] Content, byte[]? KeySubject, int? KeyYear);
