using Taushet.Demo.Town;
using Taushet.Storage.Ports;

namespace Taushet.Demo.Scenarios;

/// <summary>Plays every story and proves what came of it from the stored log.</summary>
internal static class Performance
{
    /// <summary>Plays and proves.</summary>
    /// <returns>Each played story with its proofs, and the proofs about all of them together.</returns>
    public static async Task<(IReadOnlyList<Played> Played, IReadOnlyList<Proof> Together)> RunAsync(
        DemoTown town,
        CancellationToken cancellation)
    {
        var answers = new List<(Scenario Scenario, Answer Answer)>();
        foreach (var scenario in Stories.All(town.Cast))
        {
            answers.Add((scenario, await town.Runner.PlayAsync(scenario, cancellation)));
        }

        answers.AddRange(await town.HolderStories.PlayAsync(town.Cast.ClientOf(Organisations.Barnevern), town.Today, cancellation));
        var consent = await town.Consent.PlayAsync(town.Today, cancellation);
        var disclosure = await town.Disclosure.PlayAsync(town.Clock.GetUtcNow(), cancellation);
        var entries = await town.Trail.ReadAsync(cancellation).ToListAsync(cancellation);
        var played = answers.Select(pair => Prove(pair.Scenario, pair.Answer, entries)).ToList();
        return (played, [.. Together(town, played, entries), .. consent.Prove(entries), .. disclosure.Prove()]);
    }

    private static Played Prove(Scenario scenario, Answer answer, IEnumerable<StoredEntry> entries)
    {
        var entry = entries.FirstOrDefault(entry => Proofs.Bytes(entry.Entry).AsSpan().SequenceEqual(answer.Receipt.EntryId.Span));
        return new Played(scenario, answer, [.. Expectation.Of(scenario, answer), .. Proofs.Of(answer, entry)]);
    }

    private static IEnumerable<Proof> Together(DemoTown town, IReadOnlyList<Played> played, IReadOnlyList<StoredEntry> entries)
    {
        var names = SilenceStories.Alike(town.Cast).Select(scenario => scenario.Name).ToHashSet(StringComparer.Ordinal);
        var alike = played.Where(one => names.Contains(one.Scenario.Name)).ToList();
        yield return new Proof(
            "shielded child, child without basis and unknown child: the same bytes but for id, time and receipt",
            alike.Count == names.Count && alike.TrueForAll(one => one.Answer.Bare == alike[0].Answer.Bare));
        var asked = town.Sectors.Given.Select(line => line.RequestId).ToHashSet(StringComparer.Ordinal);
        yield return new Proof(
            "no sector system was asked about any of the three",
            !alike.Exists(one => asked.Contains(Convert.ToHexStringLower(one.Answer.RequestId.Span))));
        yield return Proofs.SourcesAgree(asked, entries);
    }
}
