using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;

namespace Taushet.Storage.Signing;

/// <summary>The keys that sign a gateway's checkpoints: PEM private keys on P-256, from text or from files that their owner alone may read.</summary>
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
    public static CheckpointSigner Parse(string gateway, string current, string? previous)
    {
        List<ECDsa> pairs = [Import(current)];
        if (!string.IsNullOrWhiteSpace(previous))
        {
            pairs.Add(Import(previous));
        }

        return CheckpointSigner.Of(NameOf(gateway), pairs);
    }

    /// <summary>A signer of the keys in a data folder.</summary>
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
            using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            OwnerOnlyFile.CreateOnce(current, Encoding.ASCII.GetBytes(fresh.ExportPkcs8PrivateKeyPem() + "\n"));
        }

        var previous = Path.Combine(folder, DataFiles.PreviousCheckpointKey);
        return Parse(gateway, OwnerOnlyFile.Read(current), File.Exists(previous) ? OwnerOnlyFile.Read(previous) : null);
    }

    /// <summary>Puts a new key in use; the one before signs beside it until <see cref="Retire"/>.</summary>
    /// <exception cref="InvalidOperationException">A key before is still in use: retire it first.</exception>
    public static void Rotate(string folder)
    {
        var previous = Path.Combine(folder, DataFiles.PreviousCheckpointKey);
        if (File.Exists(previous))
        {
            throw new InvalidOperationException("the key before the present one still signs: retire it first");
        }

        // The next start makes the new key; a crash between leaves the old one in use under its new name, and a new one is made.
        File.Move(Path.Combine(folder, DataFiles.CheckpointKey), previous);
    }

    /// <summary>Takes the key before the present one out of use. Its public half stays in the list, so that old receipts verify.</summary>
    /// <returns>False when there was none.</returns>
    public static bool Retire(string folder)
    {
        var previous = Path.Combine(folder, DataFiles.PreviousCheckpointKey);
        var there = File.Exists(previous);
        File.Delete(previous);
        return there;
    }

    /// <summary>Adds the public halves to the list for those who verify. Nothing is ever taken out of it.</summary>
    public static void Publish(string folder, CheckpointSigner signer)
    {
        var path = Path.Combine(folder, DataFiles.CheckpointPublicKeys);
        var known = File.Exists(path) ? File.ReadAllLines(path) : [];
        var missing = signer.Keys.Select(key => key.Write()).Except(known, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            File.AppendAllLines(path, missing);
        }
    }

    /// <summary>The list for those who verify.</summary>
    public static IReadOnlyList<NoteKey> Published(string folder)
    {
        var path = Path.Combine(folder, DataFiles.CheckpointPublicKeys);
        return File.Exists(path)
            ? [.. File.ReadLines(path).Select(line => NoteKey.TryParse(line, out var key) ? key : null).OfType<NoteKey>()]
            : [];
    }

    private static ECDsa Import(string pem)
    {
        var pair = ECDsa.Create();
        try
        {
            pair.ImportFromPem(pem);
            return pair.ExportParameters(includePrivateParameters: false).Curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256"
                ? pair
                : throw new InvalidDataException("a checkpoint key is on another curve than P-256");
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            pair.Dispose();
            throw new InvalidDataException("a checkpoint key is no PEM private key", fault);
        }
    }
}
