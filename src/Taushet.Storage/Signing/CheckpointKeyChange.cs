using System.Text;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;

namespace Taushet.Storage.Signing;

/// <summary>How the key of a data folder is made and changed. A gateway that runs on the folder takes the change up by itself.</summary>
/// <remarks>
/// Each step leaves a folder that a gateway can start with: the new key is published before it stands in its place, the old one
/// stands in its second place before the new one takes its first.
/// </remarks>
public static class CheckpointKeyChange
{
    /// <summary>Makes the first key.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="gateway">The gateway's identity.</param>
    /// <returns>Its public half, as it was published.</returns>
    /// <exception cref="InvalidOperationException">There is a key already.</exception>
    public static NoteKey Create(string folder, string gateway)
    {
        var current = Path.Combine(folder, DataFiles.CheckpointKey);
        if (File.Exists(current))
        {
            throw new InvalidOperationException("there is a checkpoint key already");
        }

        using var signer = CheckpointKeys.Load(folder, gateway, create: true);
        return signer.Keys[0];
    }

    /// <summary>Puts a new key in use at once; the one before signs beside it until <see cref="Retire"/>.</summary>
    /// <returns>The new key's public half, under each name that the list has: one a gateway on this folder.</returns>
    /// <exception cref="InvalidOperationException">There is no key, or the one before is still in use.</exception>
    /// <exception cref="InvalidDataException">Others than its owner may read the key file.</exception>
    public static IReadOnlyList<NoteKey> Rotate(string folder)
    {
        var current = Path.Combine(folder, DataFiles.CheckpointKey);
        var previous = Path.Combine(folder, DataFiles.PreviousCheckpointKey);
        if (!File.Exists(current))
        {
            throw new InvalidOperationException("there is no checkpoint key to change");
        }

        var text = OwnerOnlyFile.Read(current);
        if (File.Exists(previous) && OwnerOnlyFile.Read(previous) != text)
        {
            throw new InvalidOperationException("the key before the present one still signs: retire it first");
        }

        var fresh = CheckpointKeys.NewKey();
        var published = PublishUnderEveryName(folder, fresh);
        OwnerOnlyFile.CreateOnce(previous, Encoding.ASCII.GetBytes(text));
        OwnerOnlyFile.Replace(current, fresh);
        return published;
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

    private static IReadOnlyList<NoteKey> PublishUnderEveryName(string folder, byte[] pem)
    {
        using var pair = CheckpointKeys.Import(Encoding.ASCII.GetString(pem));
        var spki = pair.ExportSubjectPublicKeyInfo();
        var names = CheckpointKeys.Published(folder).Select(key => key.Name).Distinct(StringComparer.Ordinal);
        List<NoteKey> keys = [.. names.Select(name => NoteKey.Of(name, spki))];
        CheckpointKeys.Publish(folder, keys);
        return keys;
    }
}
