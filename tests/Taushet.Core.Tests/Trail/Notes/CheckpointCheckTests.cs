using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail.Notes;

namespace Taushet.Core.Tests.Trail.Notes;

public sealed class CheckpointCheckTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_000);
    private static readonly SigningKey Signer = new("gateway.example/sharing");

    // INVARIANT: nothing of a note's text is believed before the signature of a known key over it holds.
    [Fact]
    public void Open_AnyFlippedBitOfANote_IsRefused()
    {
        var note = Encoding.UTF8.GetBytes(Signer.Note(Stated(42)));
        Check.One(Runs, Prop.ForAll(Gen.Choose(0, (note.Length * 8) - 1).ToArbitrary(), bit =>
        {
            var spoilt = note.ToArray();
            spoilt[bit / 8] ^= (byte)(1 << (bit % 8));

            CheckpointCheck.Open(Encoding.UTF8.GetString(spoilt), [Signer.Public]).ShouldBeOfType<CheckpointOpening.Refused>();
        }));
    }

    [Fact]
    public void Open_AnyText_NeverThrows() => Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var rubbish = text ?? string.Empty;
        CheckpointCheck.Open(rubbish, [Signer.Public]).ShouldBeOfType<CheckpointOpening.Refused>();
        CheckpointCheck.Open($"{rubbish}\n\n\u2014 {rubbish}\n", [Signer.Public]).ShouldBeOfType<CheckpointOpening.Refused>();
        NoteKey.TryParse(rubbish, out _).ShouldBeFalse();
        Checkpoint.TryParse(rubbish, out _).ShouldBeFalse();
        Signer.Public.Verify(rubbish, Encoding.UTF8.GetBytes(rubbish)).ShouldBeFalse();
    }));

    [Fact]
    public void Open_AnyCheckpointThatIsWrittenAndSigned_IsReadAgain() =>
        Check.One(Runs.WithMaxTest(200), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var stated = Stated(random.NextInt64());

            var opened = CheckpointCheck.Open(Signer.Note(stated), [Signer.Public], stated.Origin)
                .ShouldBeOfType<CheckpointOpening.Signed>();

            opened.Checkpoint.Write().ShouldBe(stated.Write());
            opened.Signers.ShouldBe([Signer.Public]);
        }));

    [Fact]
    public void Origin_OfALog_IsItsKeysNameAndItsId() =>
        LogOrigin.Of("gateway.example/sharing", new Guid("01234567-89AB-CDEF-0123-456789ABCDEF"))
            .ShouldBe("gateway.example/sharing/0123456789abcdef0123456789abcdef");

    [Fact]
    public void Verify_HalfASurrogatePair_IsFalse() => Signer.Public.Verify("\ud800\n", Signer.Sign("\ufffd\n")).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\u2003b")]
    [InlineData("a\nb")]
    [InlineData("a\u0001")]
    public void Of_ANameThatNoKeyCanHave_IsRefused(string name)
    {
        Should.Throw<ArgumentException>(() => NoteKey.Of(name, Signer.Public.Spki.Span));
        Should.Throw<ArgumentException>(() => LogOrigin.Of(name, Guid.Empty));
        NoteKey.IsName(name).ShouldBeFalse();
    }

    [Fact]
    public void Of_AKeyOfAnotherKind_IsRefused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);

        Should.Throw<ArgumentException>(() => NoteKey.Of("a", p384.ExportSubjectPublicKeyInfo()));
        Should.Throw<ArgumentException>(() => NoteKey.Of("a", rsa.ExportSubjectPublicKeyInfo()));
        Should.Throw<ArgumentException>(() => NoteKey.Of("a", []));
    }

    private static Checkpoint Stated(long size) =>
        new(LogOrigin.Of("gateway.example/sharing", new Guid(7, 7, 7, new byte[8])), size, SHA256.HashData(BitConverter.GetBytes(size)));
}
