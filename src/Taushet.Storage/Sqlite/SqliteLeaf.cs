using System.Buffers.Binary;
using System.Security.Cryptography;
using SQLitePCL;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;

namespace Taushet.Storage.Sqlite;

/// <summary>
/// Whether a leaf hash of schema 2 follows from a row, from the columns' bytes as SQLite holds them: no value is made of any, so that
/// a verifier has no more to do than to hash. A second writing of what <see cref="ReceiptLeaf"/> writes; where the two differ, that
/// one decides.
/// </summary>
/// <remarks>INVARIANT: what holds here holds by the leaf's own encoder too.</remarks>
internal static class SqliteLeaf
{
    private const int Log = 0;
    private const int Place = 1;
    private const int Entry = 2;
    private const int Schema = 3;
    private const int FirstOfDigest = 4;
    private const int LastOfDigest = 24;
    private const int Commitment = 25;
    private const int Salt = 26;
    private const int LeafHash = 27;
    private const int Head = sizeof(ushort) + sizeof(uint);

    // Of columns 4 to 24: a number of 8 or of 4 bytes, one of 4 bytes or none (n), bytes (b), text (t).
    private const string Forms = "844btt4ntt4nn8t4btbbb";

    [ThreadStatic]
    private static byte[]? kept;

    private static ReadOnlySpan<byte> Magic => "taushet.other.v2"u8;

    /// <summary>Looks at the row under the cursor.</summary>
    /// <returns>False when it does not follow, or is of a form that is not looked at here.</returns>
    public static bool Holds(sqlite3_stmt row)
    {
        if (raw.sqlite3_column_int64(row, Schema) != ReceiptLeaf.Schema || !AreBytes(row, Log, Entry, Commitment, Salt, LeafHash))
        {
            return false;
        }

        var log = raw.sqlite3_column_blob(row, Log);
        var entry = raw.sqlite3_column_blob(row, Entry);
        if (log.Length != 16 || entry.Length != 16 || DigestOf(row) is not { } digest)
        {
            return false;
        }

        var commitment = raw.sqlite3_column_blob(row, Commitment).ToArray();
        var leaf = new ReceiptLeaf(new Guid(log, bigEndian: true), new Guid(entry, bigEndian: true), commitment, digest);
        var hash = TreeHash.Leaf(leaf.At(raw.sqlite3_column_int64(row, Place)));
        return raw.sqlite3_column_blob(row, LeafHash).SequenceEqual(hash);
    }

    private static bool AreBytes(sqlite3_stmt row, params ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            if (raw.sqlite3_column_type(row, column) != raw.SQLITE_BLOB)
            {
                return false;
            }
        }

        return true;
    }

    private static byte[]? DigestOf(sqlite3_stmt row)
    {
        var length = Magic.Length;
        Room(length);
        Magic.CopyTo(kept);
        for (var column = FirstOfDigest; column <= LastOfDigest; column++)
        {
            // A column's tag is its place in the row and one.
            if (!Write(row, column, (ushort)(column + 1), Forms[column - FirstOfDigest], ref length))
            {
                return null;
            }
        }

        return Write(row, Salt, Salt + 1, 'b', ref length) ? SHA256.HashData(kept.AsSpan(0, length)) : null;
    }

    private static bool Write(sqlite3_stmt row, int column, ushort tag, char form, ref int length)
    {
        var type = raw.sqlite3_column_type(row, column);
        if (form is 'b' or 't')
        {
            var value = raw.sqlite3_column_blob(row, column);
            value.CopyTo(Take(tag, (uint)value.Length, ref length));
            return type == (form == 'b' ? raw.SQLITE_BLOB : raw.SQLITE_TEXT);
        }

        if (form == 'n' && type == raw.SQLITE_NULL)
        {
            Take(tag, uint.MaxValue, ref length);
            return true;
        }

        var number = raw.sqlite3_column_int64(row, column);
        if (form == '8')
        {
            BinaryPrimitives.WriteInt64BigEndian(Take(tag, sizeof(long), ref length), number);
            return type == raw.SQLITE_INTEGER;
        }

        BinaryPrimitives.WriteInt32BigEndian(Take(tag, sizeof(int), ref length), unchecked((int)number));
        return type == raw.SQLITE_INTEGER && number is >= int.MinValue and <= int.MaxValue;
    }

    private static Span<byte> Take(ushort tag, uint size, ref int length)
    {
        var room = size == uint.MaxValue ? 0 : (int)size;
        Room(length + Head + room);
        var head = kept.AsSpan(length, Head);
        BinaryPrimitives.WriteUInt16BigEndian(head, tag);
        BinaryPrimitives.WriteUInt32BigEndian(head[sizeof(ushort)..], size);
        length += Head + room;
        return kept.AsSpan(length - room, room);
    }

    private static void Room(int size)
    {
        if (kept is null || kept.Length < size)
        {
            Array.Resize(ref kept, Math.Max(4096, 2 * size));
        }
    }
}
