using System.Text.Json;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail;

public sealed class EntryVectorTests
{
    private static readonly JsonElement[] Vectors = [.. Read("vectors/entry-v1.json"), .. Read("vectors/entry-v2.json")];

    [Fact]
    public void Vectors_OfEverySchema_AreAtLeastThree()
    {
        foreach (var schema in EntryLeaf.Schemas)
        {
            Vectors.Count(vector => vector.GetProperty("columns").GetProperty("schema").GetInt32() == schema)
                .ShouldBeGreaterThanOrEqualTo(3);
        }

        EntryRow.Newest.ShouldBe(ReceiptLeaf.Schema);
    }

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
    public void Digest_EveryVectorOfSchema2_IsThatOfTheSecondImplementation()
    {
        foreach (var vector in Read("vectors/entry-v2.json"))
        {
            Convert.ToHexStringLower(ReceiptLeaf.Of(Row(vector.GetProperty("columns"))).Digest.Span)
                .ShouldBe(vector.GetProperty("digest").GetString());
        }
    }

    private static IEnumerable<JsonElement> Read(string path) =>
        JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("vectors").EnumerateArray();

    private static EntryRow Row(JsonElement columns) => new()
    {
        Log = columns.GetProperty("log").GetGuid(),
        Entry = columns.GetProperty("entry").GetGuid(),
        Index = columns.GetProperty("index").GetInt64(),
        Schema = columns.GetProperty("schema").GetInt32(),
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
