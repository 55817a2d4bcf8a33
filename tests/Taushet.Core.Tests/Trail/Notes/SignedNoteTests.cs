using Taushet.Core.Trail.Notes;

namespace Taushet.Core.Tests.Trail.Notes;

public sealed class SignedNoteTests
{
    private static readonly NoteSignature One = new("name", 7, new byte[] { 1, 2, 3 });

    [Fact]
    public void Write_TextWithEmptyLines_IsReadAgain()
    {
        var note = SignedNote.Of("a\n\nb\n\n", [One, One with { KeyId = uint.MaxValue }]);

        note.Write().ShouldBe("a\n\nb\n\n\n\u2014 name AAAABwECAw==\n\u2014 name /////wECAw==\n");
        SignedNote.TryParse(note.Write(), out var again).ShouldBeTrue();
        again.Text.ShouldBe("a\n\nb\n\n");
        again.Signatures.Select(signature => (signature.Name, signature.KeyId, Convert.ToHexString(signature.Bytes.Span)))
            .ShouldBe([("name", 7u, "010203"), ("name", uint.MaxValue, "010203")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no newline")]
    [InlineData("carriage\r\n")]
    public void Of_ATextThatCouldNotBeReadAgain_IsRefused(string text) =>
        Should.Throw<ArgumentException>(() => SignedNote.Of(text, [One]));

    [Fact]
    public void Of_SignaturesThatCouldNotBeReadAgain_IsRefused()
    {
        Should.Throw<ArgumentException>(() => SignedNote.Of("a\n", []));
        Should.Throw<ArgumentException>(() => SignedNote.Of("a\n", Enumerable.Repeat(One, 17)));
        Should.Throw<ArgumentException>(() => SignedNote.Of("a\n", [One with { Name = "a b" }]));
        Should.Throw<ArgumentException>(() => SignedNote.Of("a\n", [One with { Bytes = default }]));
        Should.Throw<ArgumentException>(() => SignedNote.Of("a\n", [One with { Bytes = new byte[4_000] }]));
        SignedNote.Of("a\n", Enumerable.Repeat(One, 16)).Signatures.Length.ShouldBe(16);
    }

    // As a fact: an attribute cannot hold half a pair.
    [Fact]
    public void Of_HalfASurrogatePair_IsRefused() => Should.Throw<ArgumentException>(() => SignedNote.Of("half \ud800 a pair\n", [One]));

    [Fact]
    public void TryParse_HalfASurrogatePair_IsNoNote() =>
        SignedNote.TryParse("half \ud800 a pair\n\n\u2014 name AAAABwECAw==\n", out _).ShouldBeFalse();

    [Fact]
    public void TryParse_ANoteOf4KiB_IsReadAndOneByteMoreIsNot()
    {
        var rest = SignedNote.Of("\n", [One]).Write().Length + 2;
        var longest = SignedNote.Of(new string('x', SignedNote.MaxBytes - rest) + "\n", [One]).Write();

        SignedNote.TryParse(longest, out _).ShouldBeTrue();
        SignedNote.TryParse("x" + longest, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public void Checkpoint_AnOriginThatIsNoLine_IsRefused(string origin) =>
        Should.Throw<ArgumentException>(() => new Checkpoint(origin, 1, new byte[32]));

    [Fact]
    public void Checkpoint_ASizeOrRootThatCannotBe_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new Checkpoint("a", -1, new byte[32]));
        Should.Throw<ArgumentException>(() => new Checkpoint("a", 1, new byte[31]));
    }
}
