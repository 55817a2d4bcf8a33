using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Trail.Notes;

namespace Taushet.Core.Tests.Trail.Notes;

/// <summary>A key pair of a test.</summary>
internal sealed class SigningKey
{
    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SigningKey(string name) => Public = NoteKey.Of(name, pair.ExportSubjectPublicKeyInfo());

    public NoteKey Public { get; }

    public byte[] Sign(string text) =>
        pair.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public NoteSignature Under(string text) => new(Public.Name, Public.KeyId, Sign(text));

    public string Note(Checkpoint checkpoint) => SignedNote.Of(checkpoint.Write(), [Under(checkpoint.Write())]).Write();
}
