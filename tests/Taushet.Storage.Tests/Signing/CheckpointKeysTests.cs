using System.Security.Cryptography;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Files;
using Taushet.Storage.Signing;

namespace Taushet.Storage.Tests.Signing;

public sealed class CheckpointKeysTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("taushet-keys-").FullName;

    private string Current => Path.Combine(folder, DataFiles.CheckpointKey);

    private string Previous => Path.Combine(folder, DataFiles.PreviousCheckpointKey);

    [Fact]
    public void Load_NoKeyAndNoneToBeMade_Throws()
    {
        Should.Throw<FileNotFoundException>(() => CheckpointKeys.Load(folder, "a", create: false));
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    [Fact]
    public void Create_ThenLoad_IsOneKeyOfItsOwnersAloneUnderTheGatewaysName()
    {
        var made = CheckpointKeyChange.Create(folder, "a");

        using var signer = CheckpointKeys.Load(folder, "a", create: false);
        signer.Keys.ShouldHaveSingleItem().Write().ShouldBe(made.Write());
        made.Name.ShouldBe("taushet/a");
        CheckpointKeys.Published(folder).ShouldHaveSingleItem().Write().ShouldBe(made.Write());
        Modes(Current);
        Should.Throw<InvalidOperationException>(() => CheckpointKeyChange.Create(folder, "a"));
    }

    [Fact]
    public void Load_OpenToOthers_IsRefused()
    {
        _ = CheckpointKeyChange.Create(folder, "a");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Current, OwnerOnly | UnixFileMode.GroupRead);

            Should.Throw<InvalidDataException>(() => CheckpointKeys.Load(folder, "a", create: false));
            Should.Throw<InvalidDataException>(() => CheckpointKeyChange.Rotate(folder));
        }
    }

    [Fact]
    public void Rotate_TwoGatewaysOnOneFolder_PutsANewKeyInPlaceAndPublishesItForBoth()
    {
        var first = CheckpointKeyChange.Create(folder, "a");
        using (CheckpointKeys.Load(folder, "b", create: false))
        {
            var fresh = CheckpointKeyChange.Rotate(folder);

            fresh.Select(key => key.Name).ShouldBe(["taushet/a", "taushet/b"]);
            using var signer = CheckpointKeys.Load(folder, "a", create: false);
            signer.Keys.Select(key => key.Write()).ShouldBe([fresh[0].Write(), first.Write()]);
            CheckpointKeys.Published(folder).Count.ShouldBe(4);
        }

        Modes(Current);
        Modes(Previous);
        Directory.EnumerateFiles(folder).Count().ShouldBe(3);
    }

    [Fact]
    public void Rotate_BeforeTheOldKeyIsRetired_IsRefusedAndChangesNothing()
    {
        _ = CheckpointKeyChange.Create(folder, "a");
        _ = CheckpointKeyChange.Rotate(folder);
        var held = File.ReadAllText(Current) + File.ReadAllText(Previous) + CheckpointKeys.Published(folder).Count;

        Should.Throw<InvalidOperationException>(() => CheckpointKeyChange.Rotate(folder)).Message.ShouldContain("retire");

        (File.ReadAllText(Current) + File.ReadAllText(Previous) + CheckpointKeys.Published(folder).Count).ShouldBe(held);
        CheckpointKeyChange.Retire(folder).ShouldBeTrue();
        CheckpointKeyChange.Retire(folder).ShouldBeFalse();
        _ = CheckpointKeyChange.Rotate(folder);
    }

    [Fact]
    public void Rotate_WasBrokenOffBetweenItsSteps_TheOneKeySignsOnceAndTheNextRotationEndsIt()
    {
        var old = CheckpointKeyChange.Create(folder, "a");
        File.Copy(Current, Previous);

        using (var signer = CheckpointKeys.Load(folder, "a", create: false))
        {
            signer.Keys.ShouldHaveSingleItem().Write().ShouldBe(old.Write());
        }

        var fresh = CheckpointKeyChange.Rotate(folder).ShouldHaveSingleItem();
        using var both = CheckpointKeys.Load(folder, "a", create: false);
        both.Keys.Select(key => key.Write()).ShouldBe([fresh.Write(), old.Write()]);
    }

    [Fact]
    public void Rotate_NoKey_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => CheckpointKeyChange.Rotate(folder));

    [Fact]
    public void Renew_KeysAsTheyWere_ChangesNothing()
    {
        using var signer = CheckpointKeys.Load(folder, "a", create: true);

        signer.Renew().ShouldBeFalse();
        signer.Sign(Guid.NewGuid(), 0, TreeHash.Empty).ShouldNotBeEmpty();
        _ = CheckpointKeyChange.Rotate(folder);
        signer.Renew().ShouldBeTrue();
        signer.Renew().ShouldBeFalse();
        SignedNote.TryParse(signer.Sign(Guid.NewGuid(), 0, TreeHash.Empty), out var note).ShouldBeTrue();
        note!.Signatures.Length.ShouldBe(2);
    }

    [Fact]
    public void Parse_AnythingButAPrivateKeyOnP256_IsRefusedWithoutShowingIt()
    {
        using var good = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        string[] bad =
        [
            "s3cret",
            good.ExportSubjectPublicKeyInfoPem(),
            other.ExportPkcs8PrivateKeyPem(),
            rsa.ExportPkcs8PrivateKeyPem(),
            good.ExportEncryptedPkcs8PrivateKeyPem("password", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1)),
        ];

        foreach (var text in bad)
        {
            var fault = Should.Throw<InvalidDataException>(() => CheckpointKeys.Parse("a", text, previous: null));
            fault.Message.ShouldNotContain(text[..6]);
            Should.Throw<InvalidDataException>(() => CheckpointKeys.Parse("a", good.ExportPkcs8PrivateKeyPem(), text));
        }

        using var signer = CheckpointKeys.Parse("a", good.ExportECPrivateKeyPem(), previous: " ");
        signer.Keys.ShouldHaveSingleItem();
        signer.Renew().ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Modes(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(OwnerOnly);
        }
    }
}
