using System.Globalization;
using Taushet.Core.Trail.Notes;
using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Doctor;

/// <summary>The keys: whether they can be read, by whom, how old they are, and whether two sign at once.</summary>
internal static class KeyChecks
{
    private static readonly TimeSpan LongOverlap = TimeSpan.FromDays(30);
    private static readonly TimeSpan OldKey = TimeSpan.FromDays(2 * 365);

    // The lookup key and the wrapping key, a line each; a third line is the wrapping key before.
    private const int KeysWithoutPrevious = 2;

    private const UnixFileMode AnyoneElse =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Looks.</summary>
    public static IEnumerable<Finding> Look(Patient patient)
    {
        yield return StoreKeysFile(patient);
        foreach (var finding in patient.Variables.CheckpointKey is { } text ? Given(patient, text) : InFolder(patient))
        {
            yield return finding;
        }

        yield return Published(patient);
    }

    private static Finding StoreKeysFile(Patient patient)
    {
        const string Check = "store keys";
        var path = Path.Combine(patient.Folder.Path, DataFiles.StoreKeys);
        return Secret(Check, path, "restore it from its own backup: without it no register is found and no sealed part opened", () =>
        {
            StoreKeys.Load(path);
            var since = patient.Now.UtcDateTime - File.GetLastWriteTimeUtc(path);
            return File.ReadLines(path).Count() > KeysWithoutPrevious && since > LongOverlap
                ? Finding.Warn(Check, $"two wrapping keys have opened for {Days(since)}", "run taushet audit wrapping-key retire when every gateway has the new file")
                : Finding.Ok(Check, $"{path} can be read, by its owner alone");
        });
    }

    private static IEnumerable<Finding> InFolder(Patient patient)
    {
        const string Check = "checkpoint key";
        var path = Path.Combine(patient.Folder.Path, DataFiles.CheckpointKey);
        yield return Secret(Check, path, "run taushet audit key create, or restore it from its own backup", () =>
        {
            using var signer = CheckpointKeys.Parse(patient.Variables.LogName, File.ReadAllText(path), previous: null);
            return Aged(Check, patient, path, signer.Keys[0]);
        });
        var previous = Path.Combine(patient.Folder.Path, DataFiles.PreviousCheckpointKey);
        if (File.Exists(previous))
        {
            yield return Secret("previous key", previous, "run taushet audit key retire", () => Overlap(patient, path));
        }
    }

    private static IEnumerable<Finding> Given(Patient patient, string text)
    {
        const string Check = "checkpoint key";
        yield return Guarded(Check, "the environment variable Taushet__CheckpointKey", "give a PEM private key on P-256", () =>
        {
            using var signer = CheckpointKeys.Parse(patient.Variables.LogName, text, patient.Variables.PreviousCheckpointKey);
            return Finding.Ok(Check, signer.Keys.Count == 1
                ? "the environment gives one"
                : "the environment gives two, and both sign: take the former away when every receiver knows the new one");
        });
    }

    private static Finding Aged(string check, Patient patient, string path, NoteKey key)
    {
        var age = patient.Now.UtcDateTime - File.GetLastWriteTimeUtc(path);
        return age > OldKey
            ? Finding.Warn(check, $"{Id(key)} has signed for {Days(age)}", "run taushet audit key rotate")
            : Finding.Ok(check, $"{Id(key)} can be read, by its owner alone, and has signed for {Days(age)}");
    }

    private static Finding Overlap(Patient patient, string current)
    {
        const string Check = "previous key";
        var since = patient.Now.UtcDateTime - File.GetLastWriteTimeUtc(current);
        return since > LongOverlap
            ? Finding.Warn(Check, $"two keys have signed for {Days(since)}", "run taushet audit key retire when every receiver knows the new one")
            : Finding.Ok(Check, $"it signs beside the new one, for {Days(since)} so far");
    }

    // INVARIANT: a key of the data folder stands in the published list before it signs.
    private static Finding Published(Patient patient)
    {
        const string Check = "public keys";
        var published = CheckpointKeys.Published(patient.Folder.Path);
        var path = Path.Combine(patient.Folder.Path, DataFiles.CheckpointKey);
        if (published.Count == 0)
        {
            return Finding.Bad(Check, $"{patient.Folder.PublicKeys} lists none", "bring the list back: who verifies needs every key there ever was");
        }

        return patient.Variables.CheckpointKey is null && File.Exists(path) && !IsListed(patient, path, published)
            ? Finding.Bad(Check, "the key that signs is not listed", "start the gateway: it lists its key; then give the list to who verifies")
            : Finding.Ok(Check, $"{patient.Folder.PublicKeys} lists {published.Count.ToString(CultureInfo.InvariantCulture)}");
    }

    private static bool IsListed(Patient patient, string path, IReadOnlyList<NoteKey> published)
    {
        try
        {
            using var signer = CheckpointKeys.Parse(patient.Variables.LogName, File.ReadAllText(path), previous: null);
            return published.Any(key => key.KeyId == signer.Keys[0].KeyId);
        }
        catch (Exception fault) when (Stops(fault))
        {
            // That it cannot be read is told of the key itself.
            return true;
        }
    }

    private static Finding Secret(string check, string path, string remedy, Func<Finding> look)
    {
        if (!File.Exists(path))
        {
            return Finding.Bad(check, $"{path} is not there", remedy);
        }

        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & AnyoneElse) != 0
            ? Finding.Bad(check, $"others than its owner may read {path}", $"chmod 600, and change the key: somebody may have read it")
            : Guarded(check, path, remedy, look);
    }

    private static Finding Guarded(string check, string where, string remedy, Func<Finding> look)
    {
        try
        {
            return look();
        }
        catch (Exception fault) when (Stops(fault))
        {
            return Finding.Bad(check, $"{where} cannot be read: {fault.Message}", remedy);
        }
    }

    private static bool Stops(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or FormatException or ArgumentException or InvalidDataException;

    private static string Id(NoteKey key) => $"{key.Name}+{key.KeyId:x8}";

    private static string Days(TimeSpan time) => $"{Math.Max(0, (long)time.TotalDays).ToString(CultureInfo.InvariantCulture)} days";
}
