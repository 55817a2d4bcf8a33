using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Taushet.Storage.Registry.Units;

/// <summary>
/// A file of the organisation registry's open data, of main units or sub-units: the whole register as one JSON array, packed (gzip)
/// or not, which is read as a stream and never held as a whole; or one page of an answer.
/// </summary>
/// <param name="path">The file.</param>
public sealed class UnitFile(string path)
{
    private static readonly JsonDocumentOptions PageOptions = new() { MaxDepth = 32 };
    private static readonly JsonSerializerOptions StreamOptions = new() { MaxDepth = 32, DefaultBufferSize = 1 << 16 };

    // A page of an answer has ten thousand units at most; the whole register comes as an array.
    private const long LargestPage = 64L << 20;

    /// <summary>Reads every item in order.</summary>
    /// <param name="today">The day from which a unit is bankrupt of which the file tells no day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="JsonException">It is no JSON; the message tells where.</exception>
    /// <exception cref="InvalidDataException">It is JSON of another shape, or packed and broken.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async IAsyncEnumerable<UnitRead> ReadAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = Open();
        if (await IsArrayAsync(cancellation))
        {
            await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, StreamOptions, cancellation))
            {
                yield return UnitJson.Read(item, today);
            }

            yield break;
        }

        using var page = await PageAsync(stream, cancellation);
        foreach (var item in Items(page.RootElement))
        {
            yield return UnitJson.Read(item, today);
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("organisasjonsnummer", out _))
        {
            return [root];
        }

        string[] lists = ["enheter", "underenheter"];
        return root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("_embedded", out var embedded)
            && embedded.ValueKind == JsonValueKind.Object
            && lists.FirstOrDefault(list => embedded.TryGetProperty(list, out _)) is { } list
            && embedded.GetProperty(list) is { ValueKind: JsonValueKind.Array } items
                ? items.EnumerateArray()
                : throw new InvalidDataException("The file has neither a list of units nor a page of an answer.");
    }

    private static async Task<JsonDocument> PageAsync(Stream stream, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var part = new byte[1 << 16];
        for (var read = await stream.ReadAsync(part, cancellation); read > 0; read = await stream.ReadAsync(part, cancellation))
        {
            if (whole.Length + read > LargestPage)
            {
                throw new InvalidDataException("The file is larger than a page of an answer can be, and no list.");
            }

            whole.Write(part, 0, read);
        }

        whole.Position = 0;
        return await JsonDocument.ParseAsync(whole, PageOptions, cancellation);
    }

    private async Task<bool> IsArrayAsync(CancellationToken cancellation)
    {
        await using var stream = Open();
        using var reader = new StreamReader(stream);
        var letter = new char[1];
        while (await reader.ReadAsync(letter, cancellation) == 1)
        {
            if (!char.IsWhiteSpace(letter[0]))
            {
                return letter[0] == '[';
            }
        }

        throw new InvalidDataException("The file is empty.");
    }

    private Stream Open()
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var packed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
