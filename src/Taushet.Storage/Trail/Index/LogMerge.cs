namespace Taushet.Storage.Trail.Index;

/// <summary>The next entries of several logs as one trail: by time, those of one log always in its order.</summary>
internal static class LogMerge
{
    /// <summary>Merges as far as it is known what comes next.</summary>
    /// <param name="pages">The next entries of each log, and whether that is all the log has.</param>
    public static List<EntryWithHash> Of(IReadOnlyList<(IReadOnlyList<EntryWithHash> Entries, bool IsAll)> pages)
    {
        var merged = new List<EntryWithHash>(pages.Sum(page => page.Entries.Count));
        var heads = new PriorityQueue<(int Page, int At), (long Time, Guid Log)>();
        for (var page = 0; page < pages.Count; page++)
        {
            Enqueue(page, 0);
        }

        while (heads.TryDequeue(out var next, out _))
        {
            var (entries, isAll) = pages[next.Page];
            merged.Add(entries[next.At]);
            if (next.At + 1 == entries.Count && !isAll)
            {
                break;
            }

            Enqueue(next.Page, next.At + 1);
        }

        return merged;

        void Enqueue(int page, int at)
        {
            if (at < pages[page].Entries.Count)
            {
                var row = pages[page].Entries[at].Row;
                heads.Enqueue((page, at), (row.Public.TimeMicros, row.Log));
            }
        }
    }
}
