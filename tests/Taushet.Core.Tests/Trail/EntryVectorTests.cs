using System.Text.Json;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail;

public sealed class EntryVectorTests
{
    private static readonly JsonElement[] Vectors =
        [.. JsonDocument.Parse(File.ReadAllBytes("vectors/entry-v1.json")).RootElement.GetProperty("vectors").EnumerateArray()];

    [Fact]
    public void Vectors_AreAtLeastThree() => Vectors.Length.ShouldBeGreaterThanOrEqualTo(3);

    [Fact]
    public void Encode_EveryVector_GivesItsLeafAndHash()
    {
        foreach (var vector in Vectors)
        {
            var leaf = EntryLeaf.Encode(Row(vector.GetProperty("columns")));

            Convert.ToHexStringLower(leaf).ShouldBe(vector.GetProperty("leaf").GetString(), vector.GetProperty("name").GetString());
            Convert.ToHexStringLower(TreeHash.Leaf(leaf)).ShouldBe(vector.GetProperty("hash").GetString());
        }
    }

    [Fact]
    public void SetIndex_OnALeafWithoutPlace_GivesTheLeafAtThatPlace()
    {
        foreach (var vector in Vectors)
        {
            var row = Row(vector.GetProperty("columns"));
            var leaf = EntryLeaf.Encode(row with { Index = 0 });

            EntryLeaf.SetIndex(leaf, row.Index);

            leaf.ShouldBe(EntryLeaf.Encode(row));
        }
    }

    private static EntryRow Row(JsonElement columns) => new()
    {
        Log = columns.GetProperty("log").GetGuid(),
        Entry = columns.GetProperty("entry").GetGuid(),
        Index = columns.GetProperty("index").GetInt64(),
        Public = new PublicPart
        {
            TimeMicros = columns.GetProperty("time").GetInt64(),
            Kind = (EntryKind)columns.GetProperty("kind").GetInt32(),
            Flow = (Flow)columns.GetProperty("flow").GetInt32(),
            RequestId = columns.GetProperty("request_id").GetGuid(),
            Receiver = Party(columns, "receiver"),
            Holder = Party(columns, "holder"),
            Purpose = Member<Purpose>(columns, "purpose"),
            Bases = new MemberSet<Basis>(Convert.ToUInt64(columns.GetProperty("bases").GetString(), 16)),
            PolicyHash = Text(columns, "policy_hash"),
            LawDate = DateOnly.Parse(Text(columns, "law_date")),
            Given = new CellSet(UInt128.Parse(Text(columns, "given"), System.Globalization.NumberStyles.HexNumber)),
            Caller = Text(columns, "caller"),
        },
        Subject = Bytes(columns, "subject"),
        HolderPart = Bytes(columns, "holder_part"),
        SealedPart = Bytes(columns, "sealed_part"),
        ReleaseCommitment = Bytes(columns, "release_commitment"),
        Salt = Bytes(columns, "salt"),
    };

    private static PartyRef Party(JsonElement columns, string side) => new(
        Text(columns, side + "_organisation"),
        Text(columns, side + "_unit"),
        (Service)columns.GetProperty(side + "_service").GetInt32(),
        Member<ServiceForm>(columns, side + "_form"));

    private static Known<T> Member<T>(JsonElement columns, string name)
        where T : struct, Enum =>
        columns.GetProperty(name) is { ValueKind: JsonValueKind.Number } number
            ? (T)Enum.ToObject(typeof(T), number.GetInt32())
            : Known<T>.Unknown;

    private static string Text(JsonElement columns, string name) => columns.GetProperty(name).GetString()!;

    private static byte[] Bytes(JsonElement columns, string name) => Convert.FromHexString(Text(columns, name));
}
