using System.Diagnostics;
using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Hosts;
using Taushet.Core.Trail;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Campaigns.Disclosures;

/// <summary>
/// Disclosures from outboxes over a gateway to a receiver, all of which are killed at random, with the store away at times, the receiver
/// stalled, acknowledgements doubled and reordered: none is lost, none takes effect twice, and each child's are handled in their order.
/// </summary>
internal static class DisclosuresCampaign
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Plays it.</summary>
    /// <param name="count">How many disclosures.</param>
    /// <param name="onServer">Whether the store is a database on the server that the environment names, instead of SQLite.</param>
    /// <param name="cancellation">Ends the campaign.</param>
    public static async Task<int> RunAsync(int count, bool onServer, CancellationToken cancellation)
    {
        var taken = Stopwatch.StartNew();
        await using var scene = await Scene.PrepareAsync(cancellation, onServer ? await SceneServer.CreateAsync(cancellation) : null);
        var folder = Directory.CreateTempSubdirectory("taushet-campaign-receiver-");
        try
        {
            await using var faults = await DisclosureFaults.StartAsync(scene, folder.FullName, count);
            var violations = await faults.PlayAsync(Patience, cancellation);
            await CheckAsync(faults, scene, folder.FullName, count, violations);
            Tell(faults, count, taken.Elapsed, violations);
            return violations.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CheckAsync(DisclosureFaults faults, Scene scene, string folder, int count, List<string> violations)
    {
        violations.AddRange(faults.Senders.Refused.Distinct());
        var effects = EffectFile.Read(Path.Combine(folder, "effects"));
        var lost = Enumerable.Range(0, count).Except(effects.Select(effect => effect.Serial)).Count();
        var doubled = effects.GroupBy(effect => effect.Serial).Count(same => same.Count() > 1);
        var disordered = effects.GroupBy(effect => effect.Child)
            .Sum(child => child.Zip(child.Skip(1)).Count(pair => pair.First.Serial > pair.Second.Serial));
        Require(violations, lost == 0, $"{lost} lost");
        Require(violations, doubled == 0, $"{doubled} took effect twice");
        Require(violations, disordered == 0, $"{disordered} handled before an earlier one of their child");
        var client = new DeliveryService.DeliveryServiceClient(faults.Gateway.Channel);
        foreach (var (organisation, service, side) in new[]
        {
            (Organisations.School, Service.PrimarySchool, DisclosureSide.Sender),
            (Organisations.Barnevern, Service.Barnevern, DisclosureSide.Receiver),
        })
        {
            var account = await client.ReconcileDisclosuresAsync(
                new ReconcileDisclosuresRequest { Party = new Party { OrganisationNumber = organisation.Number, Service = service }, Side = side },
                scene.Credentials(organisation));
            var total = account.Total;
            Console.WriteLine($"  {side}: {total.Submitted} submitted, {total.Acknowledged} acknowledged, {total.Open} open, {total.Proven} proven");
            Require(
                violations,
                account.Holds && total.Submitted == (ulong)count && total.Acknowledged == (ulong)count,
                $"the account of the {side} does not hold");
        }

        await CheckTrailAsync(scene, count, violations);
    }

    private static async Task CheckTrailAsync(Scene scene, int count, List<string> violations)
    {
        await using var store = await scene.Store.OpenAsync(default);
        var kinds = new Dictionary<EntryKind, int>();
        await foreach (var entry in store.Trail.ReadAsync(default))
        {
            kinds[entry.Public.Kind] = kinds.GetValueOrDefault(entry.Public.Kind) + 1;
        }

        var (submitted, received) = (kinds.GetValueOrDefault(EntryKind.DisclosureSubmitted), kinds.GetValueOrDefault(EntryKind.DisclosureReceived));
        Console.WriteLine($"  trail: {submitted} entries of submissions, {received} of receipts");
        Require(violations, submitted == count && received == count, "the trail has not one entry of each submission and each receipt");
    }

    private static void Require(List<string> violations, bool holds, string otherwise)
    {
        if (!holds)
        {
            violations.Add(otherwise);
        }
    }

    private static void Tell(DisclosureFaults faults, int count, TimeSpan taken, List<string> violations)
    {
        Console.WriteLine(
            $"  {count} disclosures in {taken.TotalSeconds:F0} s: gateway killed {faults.GatewayKills} times, receiver {faults.ReceiverKills}, "
            + $"stalled {faults.Stalls}, store away {faults.StoreAway}, senders restarted {faults.Senders.Restarts}, "
            + $"{faults.Senders.Resent} submitted again");
        foreach (var violation in violations)
        {
            Console.WriteLine($"  VIOLATION: {violation}");
        }

        Console.WriteLine(violations.Count == 0 ? "disclosures: zero lost, zero doubled in effect" : "disclosures: FAILED");
    }
}
