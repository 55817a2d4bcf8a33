using System.Data.Common;
using System.Globalization;
using Taushet.Core.Trail.Tree;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Reports;

/// <summary>What proves that the logs are whole over a period: signed checkpoints at both ends, and that one continues the other.</summary>
internal sealed class IntegrityReport(ITrailReader trail, GatewayOptions options)
{
    /// <summary>The columns.</summary>
    public static string[] Columns { get; } =
        ["log", "gateway", "size_before", "root_before", "size_after", "root_after", "continues", "checkpoint"];

    /// <summary>A row for each log that has a checkpoint at the period's end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="from">The period's beginning, microseconds since 1970 UTC.</param>
    /// <param name="to">Its end.</param>
    public async Task<IReadOnlyList<Wire.ReportRow>> RowsAsync(Call call, long from, long to)
    {
        try
        {
            var rows = new List<Wire.ReportRow>();
            foreach (var log in await trail.LogsAsync(call.Cancellation))
            {
                if (await LastBeforeAsync(log, to, call.Cancellation) is { } after)
                {
                    rows.Add(await RowAsync(log, await LastBeforeAsync(log, from, call.Cancellation), after, call.Cancellation));
                }
            }

            return rows;
        }
        catch (Exception error) when (error is DbException or IOException or ArgumentOutOfRangeException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }

    private async Task<Wire.ReportRow> RowAsync(
        LogSummary log, StoredCheckpoint? before, StoredCheckpoint after, CancellationToken cancellation)
    {
        var size = before?.Size ?? 0;
        var root = before?.Root ?? TreeHash.Empty;
        var proof = size == 0 || size == after.Size ? [] : await trail.ConsistencyProofAsync(log.Log, size, after.Size, cancellation);
        var continues = ProofCheck.Consistency(size, root.Span, after.Size, after.Root.Span, proof)
            && (await trail.RootAsync(log.Log, after.Size, cancellation)).Span.SequenceEqual(after.Root.Span);
        return new Wire.ReportRow
        {
            Keys =
            {
                log.Log.ToString("n"),
                log.Gateway,
                size.ToString(CultureInfo.InvariantCulture),
                Convert.ToHexStringLower(root.Span),
                after.Size.ToString(CultureInfo.InvariantCulture),
                Convert.ToHexStringLower(after.Root.Span),
                continues ? "yes" : "no",
                after.Note,
            },
            Entries = (ulong)(after.Size - size),
            First = before is null ? null : EntryForms.Time(before.SignedAt),
            Last = EntryForms.Time(after.SignedAt),
        };
    }

    // Checkpoints are signed in the order of their sizes, so that the last before a time is found by halving.
    private async Task<StoredCheckpoint?> LastBeforeAsync(LogSummary log, long time, CancellationToken cancellation)
    {
        StoredCheckpoint? last = null;
        var (low, high) = (0L, log.Size);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var next = await trail.CheckpointsAsync(log.Log, middle, cancellation).FirstOrDefaultAsync(cancellation);
            if (next is not null && next.Size <= log.Size && next.SignedAt < time)
            {
                last = next;
                low = next.Size;
            }
            else
            {
                high = middle;
            }
        }

        return last;
    }
}
