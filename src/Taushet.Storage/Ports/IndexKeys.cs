using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>
/// Makes the keys of the index: keyed hashes, so that the index tells nobody without the key what an entry is found by.
/// </summary>
public sealed class IndexKeys
{
    private const int Most = 65_536;
    private readonly byte[] key;
    private readonly ConcurrentDictionary<string, IndexKey> known = new(StringComparer.Ordinal);

    internal IndexKeys(ReadOnlySpan<byte> key) => this.key = key.ToArray();

    /// <summary>What entries are found by of what they touch.</summary>
    public static ImmutableArray<IndexedMarks> Marks { get; } =
        [IndexedMarks.GradedAddress, IndexedMarks.ByHand, IndexedMarks.OwnFamily, IndexedMarks.AfterEnd];

    /// <summary>Entries to which an organisation's service is a party.</summary>
    public IndexKey Party(string organisation, Service service) => Of("party", organisation, Codes<Service>.Of(service));

    /// <summary>Entries of an employee, by the reference its organisation has stated.</summary>
    public IndexKey Person(string organisation, string reference) => Of("person", organisation, reference);

    /// <summary>Entries of a case, by the reference of the organisation that has stated it.</summary>
    public IndexKey Case(string organisation, string reference) => Of("case", organisation, reference);

    /// <summary>Entries of a holder in which a rule applied.</summary>
    public IndexKey Rule(string holder, string rule) => Of("rule", holder, rule);

    /// <summary>Entries of a holder that touch something.</summary>
    public IndexKey Mark(string holder, IndexedMarks mark) =>
        Of("mark", holder, ((int)mark).ToString(CultureInfo.InvariantCulture));

    /// <summary>Entries of a party under a basis of emergency.</summary>
    public IndexKey Emergency(string organisation) => Of("emergency", organisation, string.Empty);

    /// <summary>Entries of a party that are of one kind and no request, preview or assessment.</summary>
    public IndexKey Kind(string organisation, EntryKind kind) => Of("kind", organisation, Codes<EntryKind>.Of(kind));

    /// <summary>The entry of a request.</summary>
    public static IndexKey Request(Guid request) => IndexKey.Of(StoredForms.Id(request));

    /// <summary>The entries of a subject in one log.</summary>
    /// <param name="pseudonym">The subject's pseudonym there, 32 bytes.</param>
    public static IndexKey Subject(ReadOnlySpan<byte> pseudonym) => IndexKey.Of(pseudonym[..IndexKey.Size]);

    private IndexKey Of(string kind, string owner, string value)
    {
        var text = $"{kind}\n{owner}\n{value}";
        if (known.TryGetValue(text, out var made))
        {
            return made;
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known[text] = IndexKey.Of(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, IndexKey.Size));
    }
}

/// <summary>A key of the index: 16 bytes that tell nothing.</summary>
/// <param name="High">The first eight bytes, big-endian.</param>
/// <param name="Low">The last eight.</param>
public readonly record struct IndexKey(ulong High, ulong Low)
{
    internal const int Size = 16;

    internal static IndexKey Of(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    internal byte[] ToBytes()
    {
        var bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    internal void WriteTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }
}
