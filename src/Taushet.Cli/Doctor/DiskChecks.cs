using System.Globalization;

namespace Taushet.Cli.Doctor;

/// <summary>Whether there is room where the gateway writes: what it cannot store, it does not answer.</summary>
internal static class DiskChecks
{
    private const long Megabyte = 1L << 20;
    private const long AlmostNone = 512 * Megabyte;
    private const long Little = 4096 * Megabyte;

    /// <summary>Looks at the data folder, and at the folder of the checkpoint file where that is another.</summary>
    public static IEnumerable<Finding> Look(Patient patient)
    {
        var data = Path.GetFullPath(patient.Folder.Path);
        var file = Path.GetDirectoryName(Path.GetFullPath(patient.CheckpointFile(patient.Variables.LogName)))!;
        yield return Of("disk of data", data, patient.RoomIn);
        if (!string.Equals(data, file, StringComparison.Ordinal))
        {
            yield return Of("disk of checkpoints", file, patient.RoomIn);
        }
    }

    /// <summary>Looks at one folder.</summary>
    /// <param name="check">What it is called.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="room">How many bytes are free where a folder is.</param>
    public static Finding Of(string check, string folder, Func<string, long> room)
    {
        if (!Directory.Exists(folder))
        {
            return Finding.Bad(check, $"there is no folder {folder}", "name the gateway's own, or make it: a gateway that cannot write answers nobody");
        }

        try
        {
            var free = room(folder);
            var found = $"{(free / Megabyte).ToString(CultureInfo.InvariantCulture)} MB are free for {folder}";
            const string MakeRoom = "make room or move it: without room nothing is stored, and nothing that is not stored is answered";
            return free < AlmostNone ? Finding.Bad(check, found, MakeRoom)
                : free < Little ? Finding.Warn(check, found, MakeRoom)
                : Finding.Ok(check, found);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Warn(check, $"how much is free for {folder} cannot be told: {fault.Message}", "look yourself");
        }
    }

    /// <summary>How many bytes are free where a folder is.</summary>
    public static long Free(string folder) => new DriveInfo(folder).AvailableFreeSpace;
}
