using System.Security.Cryptography;

namespace Taushet.Core.Tests.Trail.Tree;

/// <summary>
/// A tree, its proofs and their check word for word as RFC 9162 (2.1) defines them: recursive, slow, and none of it shared
/// with the product. Leaves that were not set are all alike, so that a tree of 2^60 leaves costs no more than its set ones.
/// </summary>
internal sealed class DefinedTree
{
    private static readonly ReadOnlyMemory<byte> PlainLeaf = Leaf([1, 2, 3]);

    private readonly SortedList<long, ReadOnlyMemory<byte>> set = [];
    private readonly Dictionary<long, ReadOnlyMemory<byte>> plain = new() { [1] = PlainLeaf };
    private readonly Dictionary<(long Start, long End), ReadOnlyMemory<byte>> known = [];

    /// <summary>A tree whose first leaves are all different.</summary>
    public static DefinedTree Of(int size)
    {
        var tree = new DefinedTree();
        for (var index = 0; index < size; index++)
        {
            tree.Set(index);
        }

        return tree;
    }

    public static ReadOnlyMemory<byte> Leaf(ReadOnlySpan<byte> leaf) => SHA256.HashData([0, .. leaf]);

    public static ReadOnlyMemory<byte> Node(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) =>
        SHA256.HashData([1, .. left.Span, .. right.Span]);

    /// <summary>Makes the leaf at the index like no other. Only before hashes are asked for.</summary>
    public void Set(long index, int version = 0) => set[index] = Leaf([.. BitConverter.GetBytes(index), (byte)version]);

    /// <summary>MTH over the leaves from start to before end.</summary>
    public ReadOnlyMemory<byte> Root(long start, long end)
    {
        if (end == start)
        {
            return SHA256.HashData([]);
        }

        if (!AnySet(start, end))
        {
            return Plain(end - start);
        }

        if (!known.TryGetValue((start, end), out var root))
        {
            root = end - start == 1
                ? set[start]
                : Node(Root(start, start + Split(end - start)), Root(start + Split(end - start), end));
            known[(start, end)] = root;
        }

        return root;
    }

    public ReadOnlyMemory<byte> Root(long size) => Root(0, size);

    /// <summary>PATH(m, D_n).</summary>
    public List<ReadOnlyMemory<byte>> Path(long index, long size) => Path(index, 0, size);

    /// <summary>PROOF(m, D_n).</summary>
    public List<ReadOnlyMemory<byte>> Consistency(long first, long second) => first == 0 ? [] : SubProof(first, 0, second, whole: true);

    /// <summary>What the hashes of a path make of a leaf; null when there are not as many as the definition has.</summary>
    public static ReadOnlyMemory<byte>? Upwards(long index, long size, ReadOnlyMemory<byte> leaf, ReadOnlySpan<ReadOnlyMemory<byte>> path)
    {
        if (size == 1 || path.IsEmpty)
        {
            return size == 1 && path.IsEmpty ? leaf : null;
        }

        var k = Split(size);
        return index < k
            ? Upwards(index, k, leaf, path[..^1]) is { } left ? Node(left, path[^1]) : null
            : Upwards(index - k, size - k, leaf, path[..^1]) is { } right ? Node(path[^1], right) : null;
    }

    /// <summary>What the hashes of a consistency proof make of both roots.</summary>
    public static (ReadOnlyMemory<byte> First, ReadOnlyMemory<byte> Second)? BothUpwards(
        long first, long second, ReadOnlyMemory<byte>? root, ReadOnlySpan<ReadOnlyMemory<byte>> proof)
    {
        if (first == second)
        {
            return root is { } known && proof.IsEmpty ? (known, known)
                : root is null && proof.Length == 1 ? (proof[0], proof[0])
                : null;
        }

        if (proof.IsEmpty)
        {
            return null;
        }

        var k = Split(second);
        var last = proof[^1];
        return first <= k
            ? BothUpwards(first, k, root, proof[..^1]) is { } left ? (left.First, Node(left.Second, last)) : null
            : BothUpwards(first - k, second - k, null, proof[..^1]) is { } right ? (Node(last, right.First), Node(last, right.Second)) : null;
    }

    private static long Split(long size)
    {
        var k = 1L;
        while (k * 2 < size)
        {
            k *= 2;
        }

        return k;
    }

    private List<ReadOnlyMemory<byte>> Path(long index, long start, long end)
    {
        if (end - start == 1)
        {
            return [];
        }

        var k = Split(end - start);
        return index < k
            ? [.. Path(index, start, start + k), Root(start + k, end)]
            : [.. Path(index - k, start + k, end), Root(start, start + k)];
    }

    private List<ReadOnlyMemory<byte>> SubProof(long first, long start, long end, bool whole)
    {
        if (first == end - start)
        {
            return whole ? [] : [Root(start, end)];
        }

        var k = Split(end - start);
        return first <= k
            ? [.. SubProof(first, start, start + k, whole), Root(start + k, end)]
            : [.. SubProof(first - k, start + k, end, whole: false), Root(start, start + k)];
    }

    private ReadOnlyMemory<byte> Plain(long size)
    {
        if (!plain.TryGetValue(size, out var root))
        {
            plain[size] = root = Node(Plain(Split(size)), Plain(size - Split(size)));
        }

        return root;
    }

    private bool AnySet(long start, long end)
    {
        var (low, high) = (0, set.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = set.GetKeyAtIndex(middle) < start ? (middle + 1, high) : (low, middle);
        }

        return low < set.Count && set.GetKeyAtIndex(low) < end;
    }
}
