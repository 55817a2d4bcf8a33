using System.Text.Json;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail.Tree;

/// <summary>The data files in <c>tests/vectors/merkle</c>, which other code than ours has made.</summary>
public sealed class MerkleVectorTests
{
    private static readonly JsonElement[] Roots = Vectors("roots");

    private static readonly Dictionary<string, ReadOnlyMemory<byte>[]> Leaves = new(StringComparer.Ordinal)
    {
        ["small"] = [.. Roots[0].GetProperty("small_leaves").EnumerateArray().Select(leaf => Hash(Bytes(leaf)))],
        ["large"] = [.. Enumerable.Range(0, 1_000).Select(n => Hash([0, 0, (byte)(n >> 8), (byte)n]))],
    };

    [Fact]
    public void Vectors_AreManyAndMostlySpoilt()
    {
        Roots.Length.ShouldBeGreaterThan(40);
        Vectors("inclusion").Count(Holds).ShouldBeGreaterThanOrEqualTo(100);
        Vectors("inclusion").Count(vector => !Holds(vector)).ShouldBeGreaterThan(1_000);
        Vectors("consistency").Count(Holds).ShouldBeGreaterThan(90);
        Vectors("consistency").Count(vector => !Holds(vector)).ShouldBeGreaterThan(800);
    }

    [Fact]
    public void Roots_EveryVector_AreGrownAndRead()
    {
        foreach (var vector in Roots.Skip(1))
        {
            var leaves = LeavesOf(vector);
            var size = (int)Number(vector, "size");

            TreeGrowth.Of(Frontier.Empty, leaves[..size]).Root.Hex().ShouldBe(vector.GetProperty("root").GetString());
            Stored(leaves).Root(size).Hex().ShouldBe(vector.GetProperty("root").GetString());
        }
    }

    [Fact]
    public void Inclusion_EveryVector_HoldsOrIsRefused()
    {
        foreach (var vector in Vectors("inclusion"))
        {
            var holds = ProofCheck.Inclusion(
                Number(vector, "index"),
                Number(vector, "size"),
                Bytes(vector.GetProperty("leaf_hash")),
                Proof(vector),
                Bytes(vector.GetProperty("root")));

            holds.ShouldBe(Holds(vector), vector.ToString());
        }
    }

    [Fact]
    public void Inclusion_EveryRightVector_IsWhatBothTreesProve()
    {
        foreach (var vector in Vectors("inclusion").Where(Holds))
        {
            var leaves = LeavesOf(vector);
            var (index, size) = (Number(vector, "index"), Number(vector, "size"));

            TreeGrowth.Of(Frontier.Empty, leaves[..(int)size]).InclusionProof(index).Hex().ShouldBe(Proof(vector).Hex());
            Stored(leaves).InclusionProof(index, size).Hex().ShouldBe(Proof(vector).Hex());
        }
    }

    [Fact]
    public void Consistency_EveryVector_HoldsOrIsRefused()
    {
        foreach (var vector in Vectors("consistency"))
        {
            var holds = ProofCheck.Consistency(
                Number(vector, "first"),
                Bytes(vector.GetProperty("first_root")),
                Number(vector, "second"),
                Bytes(vector.GetProperty("second_root")),
                Proof(vector));

            holds.ShouldBe(Holds(vector), vector.ToString());
        }
    }

    [Fact]
    public void Consistency_EveryRightVector_IsWhatTheStoredTreeProves()
    {
        foreach (var vector in Vectors("consistency").Where(Holds))
        {
            Stored(LeavesOf(vector)).ConsistencyProof(Number(vector, "first"), Number(vector, "second")).Hex()
                .ShouldBe(Proof(vector).Hex());
        }
    }

    private static JsonElement[] Vectors(string name) =>
        [.. JsonDocument.Parse(File.ReadAllBytes($"vectors/merkle/{name}.json")).RootElement.GetProperty("vectors").EnumerateArray()];

    private static StoredTree Stored(ReadOnlyMemory<byte>[] leaves)
    {
        var kept = new KeptHashes();
        kept.Add(leaves);
        return new StoredTree(kept.Read);
    }

    private static ReadOnlyMemory<byte>[] LeavesOf(JsonElement vector) => Leaves[vector.GetProperty("tree").GetString()!];

    private static ReadOnlyMemory<byte> Hash(byte[] leaf) => TreeHash.Leaf(leaf);

    private static bool Holds(JsonElement vector) => vector.GetProperty("holds").GetBoolean();

    private static long Number(JsonElement vector, string name) => vector.GetProperty(name).GetInt64();

    private static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()!);

    private static ReadOnlyMemory<byte>[] Proof(JsonElement vector) =>
        [.. vector.GetProperty("proof").EnumerateArray().Select(hash => (ReadOnlyMemory<byte>)Bytes(hash))];
}
