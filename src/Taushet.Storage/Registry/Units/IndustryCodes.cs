using System.Collections.Immutable;
using System.Globalization;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Registry.Units;

/// <summary>
/// Which services an industry code (næringskode) is usual for, as dated data: the standard is being replaced (SN2007 by SN2025), and
/// many a service has no code of its own. It contradicts, and never grants.
/// </summary>
public sealed class IndustryCodes
{
    private readonly ImmutableArray<Line> lines;

    private IndustryCodes(ImmutableArray<Line> lines) => this.lines = lines;

    /// <summary>The table that comes with this program: industry-codes.tsv.</summary>
    public static IndustryCodes Own { get; } = Load();

    /// <summary>Whether a unit's codes are those of other services than this.</summary>
    /// <param name="codes">The unit's codes.</param>
    /// <param name="service">What it is to be registered as.</param>
    /// <param name="date">The day whose standard is meant.</param>
    /// <returns>False also when no code is known, as that of general administration: it says nothing.</returns>
    public bool Contradict(IEnumerable<string> codes, Service service, DateOnly date)
    {
        var known = lines.Where(line => line.From <= date && (line.To is not { } to || to >= date)).ToList();
        var told = codes.SelectMany(code => known.Where(line => code.StartsWith(line.Prefix, StringComparison.Ordinal))).ToList();
        return told.Count > 0 && !told.Any(line => line.Services.Contains(service));
    }

    private static IndustryCodes Load()
    {
        using var file = typeof(IndustryCodes).Assembly.GetManifestResourceStream("Taushet.Storage.Registry.Units.industry-codes.tsv")!;
        using var reader = new StreamReader(file);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new IndustryCodes([.. rows.Skip(1).Select(Read)]);
    }

    private static Line Read(string row)
    {
        var fields = row.TrimEnd('\r').Split('\t');
        return new Line(
            fields[1],
            [.. fields[2].Split(' ').Select(code => Codes<Service>.TryParse(code, out var service)
                ? service
                : throw new InvalidDataException($"industry-codes.tsv: there is no service {code}."))],
            Date(fields[3])!.Value,
            Date(fields[4]));
    }

    private static DateOnly? Date(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Line(string Prefix, ImmutableArray<Service> Services, DateOnly From, DateOnly? To);
}
