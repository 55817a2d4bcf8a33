namespace Taushet.Campaigns.Durability;

/// <summary>What the order of system calls says of one acknowledged entry.</summary>
internal enum OrderFinding
{
    /// <summary>Written to the log, synced, and only then acknowledged.</summary>
    SyncedBeforeAnswer,

    /// <summary>Acknowledged before a sync that began after its last write had returned.</summary>
    AnsweredBeforeSync,

    /// <summary>The trace does not show the write or the answer: the check itself is at fault.</summary>
    NotSeen,
}

/// <summary>Checks by order, not by trust, that an answer left only after its entry was durable.</summary>
internal sealed class OrderCheck(IReadOnlyList<TraceEvent> events)
{
    private readonly TraceEvent[] writes = [.. events.Where(e => e.Kind == TraceKind.LogWrite)];
    private readonly TraceEvent[] syncs = [.. events.Where(e => e.Kind == TraceKind.LogSync)];
    private readonly TraceEvent[] sends = [.. events.Where(e => e.Kind == TraceKind.SocketSend)];

    /// <summary>Finds the entry's id in the log's writes and in what was sent, and a whole sync between them.</summary>
    public OrderFinding Check(ReadOnlySpan<byte> entryId)
    {
        var printed = Printed(entryId);
        var write = Array.Find(writes, e => e.Data.Contains(printed, StringComparison.Ordinal));
        var answer = Array.Find(sends, e => e.Data.Contains(printed, StringComparison.Ordinal));
        if (write is null || answer is null)
        {
            return OrderFinding.NotSeen;
        }

        var sync = Array.Find(syncs, e => e.Begin > write.End);
        return sync is not null && sync.End < answer.Begin && LastWriteOfBatch(write, sync) < sync.Begin
            ? OrderFinding.SyncedBeforeAnswer
            : OrderFinding.AnsweredBeforeSync;
    }

    // One writer writes a batch's pages and then syncs: the batch's last write is the last before that sync began.
    private int LastWriteOfBatch(TraceEvent first, TraceEvent sync) =>
        writes.Where(e => e.Begin >= first.Begin && e.Begin < sync.End).Max(e => e.End);

    private static string Printed(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder(bytes.Length * 4);
        foreach (var value in bytes)
        {
            text.Append("\\x").Append(value.ToString("x2"));
        }

        return text.ToString();
    }
}
