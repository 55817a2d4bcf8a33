using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Trail.Notes;

namespace Taushet.Storage.Signing;

/// <summary>Signs checkpoints with every key in use: one, or two while the key is changed.</summary>
/// <remarks>Not thread-safe: a log has one writer. Owns its keys.</remarks>
public sealed class CheckpointSigner : IDisposable
{
    private readonly string name;
    private readonly IReadOnlyList<(NoteKey Public, ECDsa Pair)> keys;

    private CheckpointSigner(string name, IReadOnlyList<(NoteKey Public, ECDsa Pair)> keys)
    {
        this.name = name;
        this.keys = keys;
    }

    /// <summary>The public halves, the newest first: what a verifier needs.</summary>
    public IReadOnlyList<NoteKey> Keys => [.. keys.Select(key => key.Public)];

    /// <summary>Makes a signer.</summary>
    /// <param name="name">The name under which it signs: no blanks and no plus sign.</param>
    /// <param name="pairs">P-256 key pairs, the newest first. At least one; the signer disposes of them.</param>
    /// <exception cref="ArgumentException">There is no key, one is on another curve, or the name cannot be one.</exception>
    public static CheckpointSigner Of(string name, params IReadOnlyList<ECDsa> pairs) => pairs.Count > 0
        ? new CheckpointSigner(name, [.. pairs.Select(pair => (NoteKey.Of(name, pair.ExportSubjectPublicKeyInfo()), pair))])
        : throw new ArgumentException("Checkpoints need a key.", nameof(pairs));

    /// <summary>What the checkpoints of a log begin with.</summary>
    public string OriginOf(Guid log) => LogOrigin.Of(name, log);

    /// <summary>The signed note of a log's size and root.</summary>
    public string Sign(Guid log, long size, ReadOnlyMemory<byte> root)
    {
        var text = new Checkpoint(OriginOf(log), size, root).Write();
        var bytes = Encoding.UTF8.GetBytes(text);
        var signatures = new NoteSignature[keys.Count];
        for (var i = 0; i < signatures.Length; i++)
        {
            var (known, pair) = keys[i];
            var signature = pair.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            signatures[i] = new NoteSignature(known.Name, known.KeyId, signature);
        }

        return SignedNote.Of(text, signatures).Write();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, pair) in keys)
        {
            pair.Dispose();
        }
    }
}
