using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Trail.Notes;

namespace Taushet.Storage.Signing;

/// <summary>Signs checkpoints with every key in use: one, or two while the key is changed.</summary>
/// <remarks>Not thread-safe: a log has one writer, and it alone signs and renews. Owns its keys.</remarks>
public sealed class CheckpointSigner : IDisposable
{
    private readonly string name;
    private readonly Func<IReadOnlyList<ECDsa>>? source;
    private IReadOnlyList<(NoteKey Public, ECDsa Pair)> keys;

    private CheckpointSigner(string name, IReadOnlyList<ECDsa> pairs, Func<IReadOnlyList<ECDsa>>? source)
    {
        this.name = name;
        this.source = source;
        keys = Named(pairs);
    }

    /// <summary>The public halves, the newest first: what a verifier needs.</summary>
    public IReadOnlyList<NoteKey> Keys => [.. keys.Select(key => key.Public)];

    /// <summary>Makes a signer.</summary>
    /// <param name="name">The name under which it signs: no blanks and no plus sign.</param>
    /// <param name="pairs">P-256 key pairs, the newest first. At least one; the signer disposes of them.</param>
    /// <exception cref="ArgumentException">There is no key, one is on another curve, or the name cannot be one.</exception>
    public static CheckpointSigner Of(string name, params IReadOnlyList<ECDsa> pairs) => new(name, pairs, source: null);

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

    /// <summary>Reads the keys again where they came from, so that a key that was changed is in use without a restart.</summary>
    /// <returns>Whether other keys sign from now on. Keys that were given as text never change.</returns>
    /// <exception cref="Exception">They cannot be read; those it has stay in use.</exception>
    public bool Renew()
    {
        if (source is null)
        {
            return false;
        }

        var read = Named(source());
        if (read.Select(key => key.Public.Write()).SequenceEqual(keys.Select(key => key.Public.Write()), StringComparer.Ordinal))
        {
            Dispose(read);
            return false;
        }

        var before = keys;
        keys = read;
        Dispose(before);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => Dispose(keys);

    /// <summary>Makes a signer whose keys may change where they are read.</summary>
    internal static CheckpointSigner From(string name, Func<IReadOnlyList<ECDsa>> source) => new(name, source(), source);

    private static void Dispose(IReadOnlyList<(NoteKey Public, ECDsa Pair)> keys)
    {
        foreach (var (_, pair) in keys)
        {
            pair.Dispose();
        }
    }

    private IReadOnlyList<(NoteKey Public, ECDsa Pair)> Named(IReadOnlyList<ECDsa> pairs) => pairs.Count > 0
        ? [.. pairs.Select(pair => (NoteKey.Of(name, pair.ExportSubjectPublicKeyInfo()), pair))]
        : throw new ArgumentException("Checkpoints need a key.", nameof(pairs));
}
