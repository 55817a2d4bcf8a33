using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;

namespace Taushet.Storage.Signing;

/// <summary>The keys that sign a gateway's checkpoints: PEM private keys on P-256, from text or from files that their owner alone may read.</summary>
/// <remarks>INVARIANT: a key of the data folder stands in the published list before it signs, and is never taken out of it.</remarks>
public static class CheckpointKeys
{
    /// <summary>The name under which a gateway signs.</summary>
    /// <param name="gateway">The gateway's identity: letters, digits, dot, dash and underscore.</param>
    public static string NameOf(string gateway) => $"taushet/{gateway}";

    /// <summary>A signer of keys given as text, as an environment variable or a secret store gives them.</summary>
    /// <param name="gateway">The gateway's identity.</param>
    /// <param name="current">The key in use, PEM.</param>
    /// <param name="previous">The key before it, which signs too until receivers know the new one; or null.</param>
    /// <exception cref="InvalidDataException">A text is no such key. The message shows nothing of it.</exception>
    public static CheckpointSigner Parse(string gateway, string current, string? previous) =>
        CheckpointSigner.Of(NameOf(gateway), Pairs(current, previous));

    /// <summary>A signer of the keys in a data folder, which stand in its published list from then on.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="gateway">The gateway's identity.</param>
    /// <param name="create">Whether a key is made when there is none.</param>
    /// <exception cref="InvalidDataException">A file is no such key, or others than its owner may read it.</exception>
    /// <exception cref="FileNotFoundException">There is no key, and none is to be made.</exception>
    public static CheckpointSigner Load(string folder, string gateway, bool create)
    {
        var current = Path.Combine(folder, DataFiles.CheckpointKey);
        if (create && !File.Exists(current))
        {
            OwnerOnlyFile.CreateOnce(current, NewKey());
        }

        return CheckpointSigner.From(NameOf(gateway), () => InTheList(folder, gateway, Read(folder)));
    }

    /// <summary>Adds the public halves to the list for those who verify. Nothing is ever taken out of it.</summary>
    public static void Publish(string folder, CheckpointSigner signer) => Publish(folder, signer.Keys);

    /// <summary>The list for those who verify.</summary>
    public static IReadOnlyList<NoteKey> Published(string folder)
    {
        var path = Path.Combine(folder, DataFiles.CheckpointPublicKeys);
        return File.Exists(path)
            ? [.. File.ReadLines(path).Select(line => NoteKey.TryParse(line, out var key) ? key : null).OfType<NoteKey>()]
            : [];
    }

    /// <summary>Adds keys to the list.</summary>
    internal static void Publish(string folder, IEnumerable<NoteKey> keys)
    {
        var path = Path.Combine(folder, DataFiles.CheckpointPublicKeys);
        var known = File.Exists(path) ? File.ReadAllLines(path) : [];
        var missing = keys.Select(key => key.Write()).Except(known, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            File.AppendAllLines(path, missing);
        }
    }

    /// <summary>A new key as a file holds it.</summary>
    internal static byte[] NewKey()
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(fresh.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <summary>Reads a private key on P-256.</summary>
    /// <exception cref="InvalidDataException">The text is none. The message shows nothing of it.</exception>
    internal static ECDsa Import(string pem)
    {
        var pair = ECDsa.Create();
        try
        {
            pair.ImportFromPem(pem);

            // A public key has no such parameters: that would be found out only when the first batch is signed.
            var curve = pair.ExportParameters(includePrivateParameters: true).Curve.Oid.FriendlyName;
            if (curve is "nistP256" or "ECDSA_P256")
            {
                return pair;
            }
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            pair.Dispose();
            throw new InvalidDataException("a checkpoint key is no PEM private key", fault);
        }

        pair.Dispose();
        throw new InvalidDataException("a checkpoint key is on another curve than P-256");
    }

    private static IReadOnlyList<ECDsa> Read(string folder)
    {
        var previous = Path.Combine(folder, DataFiles.PreviousCheckpointKey);
        return Pairs(
            OwnerOnlyFile.Read(Path.Combine(folder, DataFiles.CheckpointKey)),
            File.Exists(previous) ? OwnerOnlyFile.Read(previous) : null);
    }

    // A rotation that was broken off leaves one key under both names: it signs once.
    private static IReadOnlyList<ECDsa> Pairs(string current, string? previous) =>
        string.IsNullOrWhiteSpace(previous) || previous == current ? [Import(current)] : [Import(current), Import(previous)];

    private static IReadOnlyList<ECDsa> InTheList(string folder, string gateway, IReadOnlyList<ECDsa> pairs)
    {
        Publish(folder, pairs.Select(pair => NoteKey.Of(NameOf(gateway), pair.ExportSubjectPublicKeyInfo())));
        return pairs;
    }
}
