using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Reports;

/// <summary>Counts entries by the keys of their rows.</summary>
internal sealed class RowCounts
{
    // A report of more rows than this is no report; what is counted beyond goes into one row without keys.
    private const int Most = 100_000;

    private readonly Dictionary<string, (string[] Keys, long Entries, long Given, long First, long Last)> rows = new(StringComparer.Ordinal);

    /// <summary>Counts an entry.</summary>
    public void Add(string[] keys, IndexedEntry entry)
    {
        if (rows.Count >= Most)
        {
            keys = [.. keys.Select(_ => string.Empty)];
        }

        var name = string.Join('\n', keys);
        var time = entry.Public.TimeMicros;
        var given = entry.Public.Given.IsEmpty ? 0 : 1;
        rows[name] = rows.TryGetValue(name, out var row)
            ? (row.Keys, row.Entries + 1, row.Given + given, Math.Min(row.First, time), Math.Max(row.Last, time))
            : (keys, 1, given, time, time);
    }

    /// <summary>The rows, by their keys.</summary>
    public IEnumerable<Wire.ReportRow> Rows() => rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => new Wire.ReportRow
    {
        Keys = { row.Value.Keys },
        Entries = (ulong)row.Value.Entries,
        Given = (ulong)row.Value.Given,
        First = EntryForms.Time(row.Value.First),
        Last = EntryForms.Time(row.Value.Last),
    });
}
