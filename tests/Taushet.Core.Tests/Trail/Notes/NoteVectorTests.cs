using System.Text.Json;
using Taushet.Core.Trail.Notes;

namespace Taushet.Core.Tests.Trail.Notes;

/// <summary>The data files in <c>tests/vectors/notes</c>, which other code than ours has made and signed.</summary>
public sealed class NoteVectorTests
{
    private static readonly JsonElement Checkpoints = Read("checkpoints");

    private static readonly Dictionary<string, NoteKey> Keys = Checkpoints.GetProperty("keys").EnumerateObject()
        .ToDictionary(key => key.Name, key => Key(key.Value.GetString()!), StringComparer.Ordinal);

    [Fact]
    public void Vectors_OfEveryFault_ThereAreSome()
    {
        var faults = Vectors(Checkpoints).Where(vector => vector.TryGetProperty("fault", out _)).ToLookup(Fault);

        faults.Select(fault => fault.Key).ShouldBe(Enum.GetNames<CheckpointFault>(), ignoreOrder: true);
        (Vectors(Checkpoints).Count() - faults.Sum(fault => fault.Count())).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Open_EveryVector_GivesItsCheckpointOrItsFault()
    {
        foreach (var vector in Vectors(Checkpoints))
        {
            var opened = CheckpointCheck.Open(Text(vector, "note"), KeysOf(vector), vector.GetProperty("expected_origin").GetString());

            opened.Match(Told, fault => fault.ToString()).ShouldBe(
                vector.TryGetProperty("opens", out var opens) ? Told(opens) : Fault(vector),
                Text(vector, "name"));
        }
    }

    [Fact]
    public void Write_OfEveryNoteThatIsRead_IsTheSameNote()
    {
        var count = 0;
        foreach (var vector in Vectors(Checkpoints))
        {
            if (SignedNote.TryParse(Text(vector, "note"), out var note))
            {
                note.Write().ShouldBe(Text(vector, "note"));
                SignedNote.Of(note.Text, note.Signatures).Write().ShouldBe(note.Write());
                count++;
            }
        }

        count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void TryParse_EveryRawVector_IsANoteOrNot()
    {
        foreach (var vector in Vectors(Read("raw-notes")))
        {
            SignedNote.TryParse(Convert.FromHexString(Text(vector, "hex")), out _)
                .ShouldBe(vector.GetProperty("note").GetBoolean(), Text(vector, "name"));
        }
    }

    [Fact]
    public void TryParse_EveryKeyLine_IsAKeyOrNot()
    {
        foreach (var vector in Vectors(Read("keys")))
        {
            var line = Text(vector, "line");
            NoteKey.TryParse(line, out var key).ShouldBe(vector.GetProperty("key").GetBoolean(), Text(vector, "name"));
            if (key is not null)
            {
                key.Write().ShouldBe(line);
                key.KeyId.ShouldBe(vector.GetProperty("id").GetUInt32());
                Convert.ToHexStringLower(key.Spki.Span).ShouldBe(Text(vector, "spki"));
            }
        }
    }

    private static string Told(CheckpointOpening.Signed signed) =>
        Told(signed.Checkpoint, signed.Signers.Select(signer => Keys.First(key => key.Value.KeyId == signer.KeyId).Key));

    private static string Told(JsonElement opens) => Told(
        new Checkpoint(Text(opens, "origin"), opens.GetProperty("size").GetInt64(), Convert.FromBase64String(Text(opens, "root"))),
        opens.GetProperty("signers").EnumerateArray().Select(name => name.GetString()!));

    private static string Told(Checkpoint checkpoint, IEnumerable<string> signers) =>
        $"{checkpoint.Write()}signed by {string.Join(", ", signers)}";

    private static NoteKey[] KeysOf(JsonElement vector) =>
        [.. vector.GetProperty("keys").EnumerateArray().Select(name => Keys[name.GetString()!])];

    private static NoteKey Key(string line) => NoteKey.TryParse(line, out var key) ? key : throw new InvalidDataException(line);

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllBytes($"vectors/notes/{name}.json")).RootElement;

    private static IEnumerable<JsonElement> Vectors(JsonElement file) => file.GetProperty("vectors").EnumerateArray();

    private static string Fault(JsonElement vector) => Text(vector, "fault");

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}
