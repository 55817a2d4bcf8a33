using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Trail.Index;

/// <summary>
/// Seals what the index has of an entry's private parts: AES-256-GCM bound to the entry, in size classes. Rules and other
/// texts that recur are numbers in it. Not thread-safe: who reads or writes has one of its own.
/// </summary>
internal sealed class DetailsBox(ReadOnlySpan<byte> key) : IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int SizeClass = 64;
    private const int Longest = 4096;

    private readonly AesGcm cipher = new(key, TagSize);
    private readonly byte[] content = new byte[Longest];

    /// <summary>Seals.</summary>
    /// <param name="details">What to seal.</param>
    /// <param name="number">The number of each rule.</param>
    /// <param name="entry">The entry it belongs to.</param>
    public byte[] Seal(IndexedDetails details, Func<string, int> number, Guid entry)
    {
        Array.Clear(content);
        var rest = content.AsSpan();
        rest[0] = (byte)details.Outcomes.Bits;
        rest[1] = (byte)details.Marks;
        rest[2] = (byte)Math.Min(details.Rules.Length, byte.MaxValue);
        rest = rest[3..];
        foreach (var rule in details.Rules.Take(byte.MaxValue))
        {
            BinaryPrimitives.WriteInt32BigEndian(rest, number(rule));
            rest = rest[sizeof(int)..];
        }

        rest = Write(rest, details.Person);
        rest = Write(rest, details.Role);
        rest = Write(rest, details.Case);
        var size = (content.Length - rest.Length + SizeClass - 1) / SizeClass * SizeClass;
        var box = new byte[NonceSize + size + TagSize];
        Nonces.Fill(box.AsSpan(0, NonceSize));
        Span<byte> context = stackalloc byte[16];
        entry.TryWriteBytes(context, bigEndian: true, out _);
        cipher.Encrypt(box.AsSpan(0, NonceSize), content.AsSpan(0, size), box.AsSpan(NonceSize, size), box.AsSpan(NonceSize + size), context);
        return box;
    }

    /// <summary>Opens.</summary>
    /// <exception cref="CryptographicException">The box is of another entry or key, or was changed.</exception>
    public IndexedDetails Open(ReadOnlySpan<byte> box, Func<int, string> text, Guid entry)
    {
        Span<byte> context = stackalloc byte[16];
        entry.TryWriteBytes(context, bigEndian: true, out _);
        var opened = content.AsSpan(0, box.Length - NonceSize - TagSize);
        cipher.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], opened, context);
        var rules = new string[opened[2]];
        ReadOnlySpan<byte> rest = opened[3..];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = text(BinaryPrimitives.ReadInt32BigEndian(rest));
            rest = rest[sizeof(int)..];
        }

        return new IndexedDetails
        {
            Outcomes = new MemberSet<Outcome>(opened[0]),
            Marks = (IndexedMarks)opened[1],
            Rules = ImmutableCollections(rules),
            Person = Read(ref rest),
            Role = Read(ref rest),
            Case = Read(ref rest),
        };
    }

    public void Dispose() => cipher.Dispose();

    private static ImmutableArray<string> ImmutableCollections(string[] rules) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(rules);

    private static Span<byte> Write(Span<byte> rest, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, rest[sizeof(ushort)..]);
        BinaryPrimitives.WriteUInt16BigEndian(rest, checked((ushort)length));
        return rest[(sizeof(ushort) + length)..];
    }

    private static string Read(ref ReadOnlySpan<byte> rest)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        var text = length == 0 ? string.Empty : Encoding.UTF8.GetString(rest.Slice(sizeof(ushort), length));
        rest = rest[(sizeof(ushort) + length)..];
        return text;
    }
}
