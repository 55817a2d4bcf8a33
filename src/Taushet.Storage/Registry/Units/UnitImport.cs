using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry.Units;

/// <summary>Takes a file of the organisation registry into the copy of it, in batches; broken off, it is simply run again.</summary>
/// <param name="organisations">The copy.</param>
/// <param name="batch">How many units are written at a time.</param>
public sealed class UnitImport(IOrganisationRegistry organisations, int batch)
{
    /// <summary>How many faults are told in words.</summary>
    public const int MostFaults = 20;

    /// <summary>Reads a file to its end, and writes it unless it is only looked at.</summary>
    /// <param name="file">The file.</param>
    /// <param name="when">When it is read.</param>
    /// <param name="write">Whether it is written.</param>
    /// <param name="each">Told of every unit that holds.</param>
    /// <param name="cancellation">Stops between two batches; what was written stands.</param>
    public async Task<UnitCounts> RunAsync(
        UnitFile file, ImportTime when, bool write, Action<RegisteredUnit, UnitCounts> each, CancellationToken cancellation)
    {
        var counts = new UnitCounts();
        var waiting = new Dictionary<string, RegisteredUnit>(batch, StringComparer.Ordinal);
        await foreach (var (unit, fault) in file.ReadAsync(when.Today, cancellation))
        {
            counts.Count(unit, fault, when.Today);
            if (unit is null)
            {
                continue;
            }

            each(unit, counts);
            waiting[unit.Number] = unit;
            if (write && waiting.Count == batch)
            {
                await organisations.WriteAsync(waiting.Values, when.Instant, cancellation);
                waiting.Clear();
            }
            else if (!write)
            {
                waiting.Clear();
            }
        }

        if (waiting.Count > 0)
        {
            await organisations.WriteAsync(waiting.Values, when.Instant, cancellation);
        }

        return counts;
    }

    /// <summary>Marks as deleted what a complete file no longer had.</summary>
    /// <returns>How many; null when the file cannot be taken for complete: it has faults, or units of both kinds, or none.</returns>
    public async Task<int?> CompleteAsync(UnitCounts counts, ImportTime when, CancellationToken cancellation) =>
        counts.Faults > 0 || counts.MainUnits > 0 == counts.SubUnits > 0
            ? null
            : await organisations.CompleteAsync(counts.SubUnits > 0, when.Instant, when.Today, cancellation);
}

/// <summary>When an import is made.</summary>
/// <param name="Instant">The instant.</param>
/// <param name="Today">The day in Oslo.</param>
public readonly record struct ImportTime(DateTimeOffset Instant, DateOnly Today);

/// <summary>What a file had.</summary>
public sealed class UnitCounts
{
    private readonly List<string> told = [];

    /// <summary>How many items.</summary>
    public long Items { get; private set; }

    /// <summary>How many main units (enheter).</summary>
    public long MainUnits { get; private set; }

    /// <summary>How many sub-units (underenheter).</summary>
    public long SubUnits { get; private set; }

    /// <summary>How many deleted ones among them.</summary>
    public long Deleted { get; private set; }

    /// <summary>How many bankrupt ones, or ones being wound up.</summary>
    public long Bankrupt { get; private set; }

    /// <summary>How many items that do not hold, and were left out.</summary>
    public long Faults { get; private set; }

    /// <summary>The first of them in words: place, field and rule, never a value.</summary>
    public IReadOnlyList<string> Told => told;

    internal void Count(RegisteredUnit? unit, string? fault, DateOnly today)
    {
        Items++;
        if (unit is null)
        {
            Faults++;
            if (told.Count < UnitImport.MostFaults)
            {
                told.Add($"item {Items}: {fault}");
            }

            return;
        }

        MainUnits += unit.IsSubUnit ? 0 : 1;
        SubUnits += unit.IsSubUnit ? 1 : 0;
        Deleted += unit.DeletedFrom <= today ? 1 : 0;
        Bankrupt += unit.BankruptFrom <= today ? 1 : 0;
    }
}
