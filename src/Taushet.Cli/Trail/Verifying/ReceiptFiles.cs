using System.Text;
using Google.Protobuf;
using Taushet.Client;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Trail;
using Taushet.V1;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>Answers that receivers kept, each checked by itself with its receipt.</summary>
/// <param name="Claims">What those say that hold.</param>
/// <param name="Broken">A line for each that does not.</param>
internal sealed record ReceiptFiles(IReadOnlyList<ReceiptClaim> Claims, IReadOnlyList<string> Broken)
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Reads answers: files of protobuf bytes or of JSON, or folders of such.</summary>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static ReceiptFiles Read(IEnumerable<string> places, IEnumerable<NoteKey> keys)
    {
        var check = new ReceiptCheck(LogKeys.Parse(string.Join('\n', keys.Select(key => key.Write()))));
        var claims = new List<ReceiptClaim>();
        var broken = new List<string>();
        foreach (var file in places.SelectMany(FilesIn))
        {
            var bytes = File.ReadAllBytes(file);
            var (receipt, verdict) = IsJson(bytes) ? OfJson(check, bytes) : OfWire(check, bytes);
            verdict.Match<object?>(
                checkpoint =>
                {
                    claims.Add(ClaimOf(file, receipt!, checkpoint));
                    return null;
                },
                fault =>
                {
                    broken.Add($"receipt {file}: does not hold. {fault.Text}");
                    return null;
                });
        }

        return new ReceiptFiles(claims, broken);
    }

    private static IEnumerable<string> FilesIn(string place) => Directory.Exists(place)
        ? Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [place];

    private static bool IsJson(byte[] bytes) => Array.Find(bytes, one => !char.IsWhiteSpace((char)one)) == (byte)'{';

    private static (Receipt? Receipt, ReceiptVerdict Verdict) OfWire(ReceiptCheck check, byte[] bytes)
    {
        var verdict = check.CheckWire(bytes);
        return (verdict is ReceiptVerdict.Holds ? RequestInformationResponse.Parser.ParseFrom(bytes).Receipt : null, verdict);
    }

    private static (Receipt? Receipt, ReceiptVerdict Verdict) OfJson(ReceiptCheck check, byte[] bytes)
    {
        try
        {
            var answer = Json.Parse<RequestInformationResponse>(Encoding.UTF8.GetString(bytes));
            return (answer.Receipt, check.Check(answer));
        }
        catch (InvalidProtocolBufferException)
        {
            return (null, new ReceiptVerdict.Broken(ReceiptFault.Unreadable));
        }
    }

    private static ReceiptClaim ClaimOf(string file, Receipt receipt, Core.Trail.Notes.Checkpoint checkpoint) => new(
        file,
        new Guid(receipt.LogId.Span, bigEndian: true),
        new Guid(receipt.EntryId.Span, bigEndian: true),
        (long)receipt.Index,
        receipt.LeafHash.Memory,
        checkpoint.Size,
        checkpoint.Root);
}
