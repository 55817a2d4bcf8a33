using Taushet.Client;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Trail;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>Messages that receivers kept, each checked by itself with its receipt.</summary>
/// <param name="Claims">What those say that hold.</param>
/// <param name="Broken">A line for each that does not.</param>
/// <param name="Proved">A line for each kind of message that holds by itself: how many, and what of them is proved.</param>
internal sealed record ReceiptFiles(IReadOnlyList<ReceiptClaim> Claims, IReadOnlyList<string> Broken, IReadOnlyList<string> Proved)
{
    private const int Named = 4;

    /// <summary>Reads messages: files of protobuf bytes or of JSON, or folders of such.</summary>
    /// <param name="places">The files and folders.</param>
    /// <param name="named">What message each file is; null to let it tell itself.</param>
    /// <param name="keys">The keys.</param>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static ReceiptFiles Read(IEnumerable<string> places, ReceiptedMessage? named, IEnumerable<NoteKey> keys)
    {
        var check = new KeptCheck(new ReceiptCheck(LogKeys.Parse(string.Join('\n', keys.Select(key => key.Write())))));
        var claims = new List<ReceiptClaim>();
        var broken = new List<string>();
        var proved = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in places.SelectMany(FilesIn))
        {
            switch (check.Check(File.ReadAllBytes(file), named))
            {
                case KeptVerdict.Holds holds:
                    claims.Add(ClaimOf(file, holds));
                    var text = TextOf(holds);
                    proved[text] = proved.GetValueOrDefault(text) + 1;
                    break;
                case KeptVerdict.Broken fault:
                    broken.Add($"receipt {file}: does not hold. {fault.Text}");
                    break;
                case KeptVerdict.Untold untold:
                    broken.Add($"receipt {file}: not checked. {TextOf(untold)}");
                    break;
            }
        }

        return new ReceiptFiles(claims, broken, [.. proved.Select(one => $"{Lines.Count(one.Value, "receipt")} {one.Key}")]);
    }

    private static IEnumerable<string> FilesIn(string place) => Directory.Exists(place)
        ? Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [place];

    private static string TextOf(KeptVerdict.Holds holds) => $"of {Names(holds.Readings)}: by itself it proves " + holds.Covers switch
    {
        ReceiptCover.EntryAlone => "that an entry was stored, and nothing of what the message says",
        ReceiptCover.NothingReleased => "that an entry was stored which releases nothing, and nothing else of what the message says",
        ReceiptCover.Released => $"'{holds.Readings[0].CommittedField}' to the bit, and nothing else of what the message says",
    };

    private static string TextOf(KeptVerdict.Untold untold) => untold.Readings.IsEmpty
        ? "It is no message with a receipt that this version knows whole: name it with --message, or check it with the version of its gateway."
        : $"It can be read as {Names(untold.Readings)}, with different proofs: name it with --message.";

    private static string Names(IReadOnlyCollection<ReceiptedMessage> messages) =>
        string.Join(" or ", messages.Take(Named).Select(message => message.Name))
        + (messages.Count > Named ? $" or {messages.Count - Named} more" : string.Empty);

    private static ReceiptClaim ClaimOf(string file, KeptVerdict.Holds holds) => new(
        file,
        new Guid(holds.Receipt.LogId.Span, bigEndian: true),
        new Guid(holds.Receipt.EntryId.Span, bigEndian: true),
        (long)holds.Receipt.Index,
        holds.Receipt.LeafHash.Memory,
        holds.Checkpoint.Size,
        holds.Checkpoint.Root)
    {
        Kinds = MessageKinds.Of(holds.Readings),
        RequestId = holds.RequestId,
    };
}
