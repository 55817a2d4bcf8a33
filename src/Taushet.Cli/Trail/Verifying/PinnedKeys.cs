using Taushet.Core.Trail.Notes;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>The public keys to verify with: those the caller gives, else the list in the data folder.</summary>
internal static class PinnedKeys
{
    /// <summary>Reads them.</summary>
    /// <param name="given">What was given: keys in their one-line form, or files of such lines. Empty lines and lines that begin with # are passed over.</param>
    /// <param name="folder">The data folder.</param>
    /// <returns>The keys, or why there are none.</returns>
    public static (IReadOnlyList<NoteKey> Keys, CommandFault? Fault) Read(IReadOnlyCollection<string> given, DataFolder folder)
    {
        if (given.Count == 0)
        {
            var published = CheckpointKeys.Published(folder.Path);
            return published.Count > 0 ? (published, null) : ([], new CommandFault(
                "there is no public key to verify with",
                folder.PublicKeys,
                "bring the list of the gateway that wrote the log: it is not secret. Or give a key with --key"));
        }

        var keys = new List<NoteKey>();
        foreach (var one in given)
        {
            var lines = File.Exists(one) ? File.ReadAllLines(one) : [one];
            foreach (var line in lines.Select(line => line.Trim()).Where(line => line is not ("" or ['#', ..])))
            {
                if (!NoteKey.TryParse(line, out var key))
                {
                    return ([], new CommandFault(
                        "this is no public key, and no file of such",
                        $"--key {one}",
                        "give a line of checkpoint.vkeys, name+id+base64, or a file with such lines"));
                }

                keys.Add(key);
            }
        }

        return keys.Count > 0 ? (keys, null) : ([], new CommandFault("there is no key in it", "--key", "give a file with a key on a line"));
    }
}
