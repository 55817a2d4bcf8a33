using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Load;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail;
using Taushet.V1;

namespace Taushet.Campaigns.Proofs;

/// <summary>What is left of a scene, held against what its callers were answered.</summary>
/// <param name="Entries">Entries in all logs together.</param>
/// <param name="Missing">Answers whose entry is not in the log as their receipt has it.</param>
/// <param name="Unproven">Answers whose receipt does not verify: commitment, inclusion proof or signature.</param>
/// <param name="Defects">What verifying the logs found wrong, and entries whose checkpoint is not in the file or not in the log.</param>
internal sealed record TrailCheck(long Entries, int Missing, int Unproven, IReadOnlyList<string> Defects)
{
    public static async Task<TrailCheck> RunAsync(Scene scene, IReadOnlyCollection<Answered> answers, CancellationToken cancellation)
    {
        await using var store = await scene.Store.OpenAsync(cancellation);
        var entries = new Dictionary<Guid, StoredEntry>();
        var defects = new List<string>();
        var stored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var log in await store.Trail.LogsAsync(cancellation))
        {
            var report = await LogVerification.VerifyAsync(store.Trail, log, scene.CheckpointKeys, cancellation);
            defects.AddRange(report.Defects.Select(defect => $"{defect.Kind} at {defect.At}"));
            await foreach (var entry in store.Trail.ReadAsync(log.Log, 0, cancellation))
            {
                entries.Add(entry.Entry, entry);
            }

            await foreach (var checkpoint in store.Trail.CheckpointsAsync(log.Log, 0, cancellation))
            {
                stored.Add(checkpoint.Note);
            }
        }

        defects.AddRange(CompareFile(CheckpointNotes.In(scene.CheckpointFile), stored, answers));
        var check = new ReceiptCheck(scene.CheckpointKeys);
        return new TrailCheck(
            entries.Count,
            answers.Count(answer => !IsStored(answer.Receipt, entries)),
            answers.Count(answer => !answer.Committed || !check.Holds(answer.Receipt)),
            defects);
    }

    // The file may lie behind the database, never beside it; and it was written before the answer.
    private static IEnumerable<string> CompareFile(HashSet<string> file, HashSet<string> stored, IEnumerable<Answered> answers)
    {
        var strange = file.Count(note => !stored.Contains(note));
        if (strange > 0)
        {
            yield return $"{strange} checkpoints in the file that the log has not";
        }

        var absent = answers.Count(answer => !file.Contains(answer.Receipt.Checkpoint.Note));
        if (absent > 0)
        {
            yield return $"{absent} answers whose checkpoint is not in the file";
        }
    }

    private static bool IsStored(Receipt receipt, Dictionary<Guid, StoredEntry> entries) =>
        entries.TryGetValue(new Guid(receipt.EntryId.Span, bigEndian: true), out var entry)
        && entry.Log == new Guid(receipt.LogId.Span, bigEndian: true)
        && entry.Index == (long)receipt.Index
        && entry.LeafHash.Span.SequenceEqual(receipt.LeafHash.Span)
        && entry.ReleaseCommitment.Span.SequenceEqual(receipt.ReleaseCommitment.Span);
}
