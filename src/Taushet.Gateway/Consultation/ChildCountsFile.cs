using System.Globalization;
using Taushet.Core.Anonymising;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Consultation;

/// <summary>Reads how many children of each age live in each municipality: whole or not at all.</summary>
internal static class ChildCountsFile
{
    private const int OldestAge = 150;

    /// <summary>Loads the file the options name.</summary>
    /// <returns>Nothing counted when they name none.</returns>
    /// <exception cref="GatewayOptionsException">A line does not hold; every such line.</exception>
    public static ChildCounts Load(GatewayOptions options)
    {
        if (options.ChildCountsFile is not { } path)
        {
            return ChildCounts.None;
        }

        var rows = new Dictionary<(string Municipality, int Age), int>();
        var faults = new List<string>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (Read(line) is not { } row || !rows.TryAdd((row.Municipality, row.Age), row.Children))
            {
                faults.Add($"{nameof(options.ChildCountsFile)}: line {number}: must be a municipality, an age and a number, once each");
            }
        }

        return faults.Count > 0
            ? throw new GatewayOptionsException(faults)
            : new ChildCounts(rows.Select(row => (row.Key.Municipality, row.Key.Age, row.Value)));
    }

    private static (string Municipality, int Age, int Children)? Read(string line) =>
        line.Split('\t') is [var municipality, var years, var children]
        && IsMunicipality(municipality)
        && int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var age)
        && age <= OldestAge
        && int.TryParse(children, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (municipality, age, count)
            : null;

    /// <summary>Whether a text has the form of a municipality's number.</summary>
    public static bool IsMunicipality(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);
}
