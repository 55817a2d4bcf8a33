using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>Everything outside the database that its logs are held against: checkpoint files and receipts.</summary>
internal sealed class Outside(CheckpointPlaces places, ReceiptFiles receipts) : IDisposable
{
    private readonly SortedDictionary<string, Opened?> files = new(StringComparer.Ordinal);

    /// <summary>How many pieces of text in the files are no checkpoint.</summary>
    public long Spoiled => files.Values.OfType<Opened>().Sum(file => file.Spoiled);

    /// <summary>Opens the files of some gateways, as they are now.</summary>
    public void Open(IEnumerable<string> gateways)
    {
        OpenEach(gateways.Select(places.Of));
    }

    /// <summary>Opens those that lie in a data folder too: one may be all that is left of a log.</summary>
    public void OpenAllIn(DataFolder folder)
    {
        if (Directory.Exists(folder.Path))
        {
            OpenEach(Directory.EnumerateFiles(folder.Path, DataFiles.Checkpoints("*")));
        }
    }

    /// <summary>Where the checkpoint file of a log's gateway is, or would be.</summary>
    public string PlaceOf(LogSummary log) => places.Of(log.Gateway);

    /// <summary>What is known of a log, in whichever file: the database tells whose log it is, and may have been told otherwise.</summary>
    public LogEvidence Of(LogSummary log) => new(
        files.Values.OfType<Opened>().Where(file => file.Largest.Keys.Any(origin => IsOf(origin, log))).SelectMany(file => file.File.Of(log.Log)),
        [.. receipts.Claims.Where(claim => claim.Log == log.Log)]);

    /// <summary>A line for each log that is known outside the database and is not in it, and for each receipt that does not hold.</summary>
    public IEnumerable<string> Missing(IReadOnlyList<LogSummary> logs, IReadOnlyCollection<NoteKey> keys)
    {
        foreach (var (path, file) in files.Where(one => one.Value is not null))
        {
            foreach (var (origin, largest) in file!.Largest.Where(one => !IsOfAny(one.Key, logs)).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                yield return CheckpointCheck.Open(largest.Note, keys, origin).Match(
                    _ => $"log {origin}: missing; {path} tells of {Lines.Count(largest.Checkpoint.Size, "entry")} of it",
                    _ => $"log {origin}: no known key has signed what {path} tells of it, and the database has no such log");
            }
        }

        foreach (var claim in receipts.Claims.Where(claim => !logs.Any(log => log.Log == claim.Log)))
        {
            yield return $"receipt {claim.Name}: its log {claim.Log:n} is missing";
        }

        foreach (var broken in receipts.Broken)
        {
            yield return broken;
        }
    }

    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file?.File.Dispose();
        }
    }

    private static bool IsOfAny(string origin, IReadOnlyList<LogSummary> logs) =>
        logs.Any(log => IsOf(origin, log));

    private static bool IsOf(string origin, LogSummary log) => origin.EndsWith($"/{log.Log:n}", StringComparison.Ordinal);

    private void OpenEach(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(path => !files.ContainsKey(path)).Distinct(StringComparer.Ordinal).ToList())
        {
            files[path] = CheckpointFileReading.Open(path) is { } file ? Opened.Of(file) : null;
        }
    }

    // Whatever is read of the file later counts its spoiled pieces again.
    private sealed record Opened(CheckpointFileReading File, IReadOnlyDictionary<string, RecordedCheckpoint> Largest, long Spoiled)
    {
        public static Opened Of(CheckpointFileReading file)
        {
            var largest = file.Largest();
            return new Opened(file, largest, file.Spoiled);
        }
    }
}
