using System.Diagnostics;
using System.Globalization;
using Taushet.Benchmarks.EndToEnd;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Benchmarks.Consents;

/// <summary>
/// Measures what reading the facts of one decision costs when the store holds very many consents: children drawn at random, known
/// ones against unknown ones, one reader.
/// </summary>
internal static class ConsentRun
{
    private const int DefaultConsents = 1_000_000;
    private const int WarmUp = 2_000;
    private const int Reads = 20_000;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var consents = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : DefaultConsents;
        var folder = arguments.Length > 1 ? arguments[1] : Path.Combine(Path.GetTempPath(), "taushet-consents");
        var children = consents / ConsentStore.Each;
        var filling = Stopwatch.GetTimestamp();
        await using var store = ConsentStore.Open(folder, children);
        Console.WriteLine(MachineFacts.Read(folder));
        Console.WriteLine($"{children * ConsentStore.Each} consents of {children} children, opened after {Stopwatch.GetElapsedTime(filling).TotalSeconds:F0} s: {folder}");
        await MeasureAsync(store.Facts, "warming up", WarmUp, children, firstChild: 0);
        await MeasureAsync(store.Facts, "known child  ", Reads, children, firstChild: 0);
        await MeasureAsync(store.Facts, "unknown child", Reads, children, firstChild: children);
        return 0;
    }

    private static async Task MeasureAsync(IFactStore facts, string name, int reads, int children, int firstChild)
    {
        var random = new Random(1);
        var times = new double[reads];
        var found = 0;
        for (var read = 0; read < reads; read++)
        {
            var query = Query(ConsentStore.Number(firstChild + random.Next(children)));
            var start = Stopwatch.GetTimestamp();
            var gathered = await facts.ReadAsync(query, CancellationToken.None);
            times[read] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            found += gathered!.Facts.Consents.Value.Length;
        }

        Array.Sort(times);
        Console.WriteLine(
            $"{name}: median {times[reads / 2]:F0} us, p99 {times[reads * 99 / 100]:F0} us, {found / (double)reads:F1} consents a read");
    }

    private static GatherQuery Query(string number) => new(
        new SubjectKey(number, Reference: null),
        new PartyRef("310000018", string.Empty, Service.ChildAndYouthPsychiatry, ServiceForm.State),
        new PartyRef("310000034", string.Empty, Service.PrimarySchool, ServiceForm.Municipal),
        new DateTimeOffset(2026, 9, 1, 10, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 9, 1),
        TimeSpan.FromHours(1));
}
