using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Several gateways on one database: each its own log, all logs one trail.</summary>
public abstract class GatewaysContract : StoreContract
{
    private const int Callers = 8;
    private const int Each = 50 * Callers;

    [StoreFact]
    public async Task TwoGateways_InterleavedLoad_WriteTwoWholeLogsThatReadAsOneTrail()
    {
        var settings = Another("second");
        await using var second = await Store.OpenAnotherAsync(settings);

        var clock = new Clock();
        var stored = await Task.WhenAll(Load(Store.Audit, clock).Concat(Load(second.Audit, clock)));

        stored.SelectMany(results => results).ShouldAllBe(result => result is AppendResult.Stored);
        var logs = await Store.Trail.LogsAsync(default);
        logs.Select(log => log.Gateway).Order().ShouldBe([Store.Settings.Gateway, "second"]);
        logs.ShouldAllBe(log => log.Size == Each);
        await ShouldVerifyAsync(settings);

        var trail = await AllAsync(Store.Trail.ReadAsync(default));
        trail.Count.ShouldBe(2 * Each);
        (await Store.Trail.CountAsync(default)).ShouldBe(2 * Each);
        foreach (var log in trail.GroupBy(entry => entry.Log))
        {
            log.Select(entry => entry.Index).ShouldBe(Enumerable.Range(0, Each).Select(n => (long)n));
        }

        trail.ShouldAllBe(entry => entry.Sealed != null && entry.Holder != null);
        Switches(trail).ShouldBeGreaterThan(2);
    }

    [StoreFact]
    public async Task TwoGateways_AConsentWithdrawnThroughOne_BindsTheOther()
    {
        await using var second = await Store.OpenAnotherAsync(Another("second"));
        var consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);
        await Store.Registrar.AppendWishAsync(consent, default);
        var read = (await second.Facts.ReadAsync(Given.Query(1), default)).ShouldNotBeNull();

        await Store.Registrar.AppendWishAsync(Given.Then(consent, 1, Core.Vocabulary.ConsentEventKind.Withdrawn, giver: 5), default);

        (await second.Audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, read.Versions, default))
            .ShouldBeOfType<AppendResult.FactsChanged>();
        (await second.Facts.ReadAsync(Given.Query(1), default))!.Facts.Consents.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task TwoGateways_FirstSightOfOneSubjectByBoth_SealUnderOneKey()
    {
        await using var second = await Store.OpenAnotherAsync(Another("second"));
        var audits = new[] { Store.Audit, second.Audit };

        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(async () =>
            (await audits[n % 2].AppendAsync(Given.Draft(), Given.Child(n / 6), Given.HolderOrganisation, FactVersions.NotRead, default))
                .ShouldBeOfType<AppendResult.Stored>())));

        (await AllAsync(Store.Trail.ReadAsync(default))).ShouldAllBe(entry => entry.Sealed != null);
    }

    // A few callers each, one entry after another, as time goes on for all of them.
    private static IEnumerable<Task<AppendResult[]>> Load(IAuditStore audit, Clock clock) =>
        Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var results = new AppendResult[Each / Callers];
            for (var n = 0; n < results.Length; n++)
            {
                var draft = Given.Draft();
                draft = draft with { Public = draft.Public with { TimeMicros = clock.Next() } };
                results[n] = await audit.AppendAsync(
                    draft, Given.Child((caller + n) % 20), Given.HolderOrganisation, FactVersions.NotRead, default);
            }

            return results;
        }));

    private static int Switches(List<StoredEntry> trail) =>
        trail.Zip(trail.Skip(1)).Count(pair => pair.First.Log != pair.Second.Log);

    private LogSettings Another(string gateway) =>
        TemporaryStore.Settings(Path.GetDirectoryName(Store.Settings.CheckpointFile)!, gateway);

    private sealed class Clock
    {
        private long micros = 1_788_000_000_000_000;

        public long Next() => Interlocked.Increment(ref micros);
    }
}
