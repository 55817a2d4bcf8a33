using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Taushet.Gateway.Deliver;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Release;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

/// <summary>The timer by which delivered content is forgotten, on clocks of its own.</summary>
public sealed class DisclosureForgettingTests
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    [Fact]
    public async Task Timer_AfterTheRetention_ForgetsWhatWasReceivedThenAndNothingElse()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var (early, late, unacknowledged, never) = (Report(), Report(), Report(), Report());
        await scene.SubmitAsync(early);
        await scene.SubmitAsync(unacknowledged);
        var first = await scene.ReceiveAsync(2);
        await scene.AcknowledgeAsync(Of(first, early));
        scene.Gateway.Clock.Now += TimeSpan.FromDays(1);
        await scene.SubmitAsync(late);
        await scene.AcknowledgeAsync(Of(await scene.ReceiveAsync(2), late));
        await scene.SubmitAsync(never);
        using var forgetting = new Timed(scene);
        await forgetting.Service.StartAsync(default);

        // A tick before the time, at the very time, and after it: the second of them is what the third is waited for by.
        scene.Gateway.Clock.Now = TestGateway.Start + Retention;
        forgetting.Machine.Advance(TimeSpan.FromMinutes(10));
        (await IsKeptAsync(scene, early)).ShouldBeTrue();
        scene.Gateway.Clock.Now += TimeSpan.FromSeconds(1);
        await forgetting.TickUntilAsync(async () => !await IsKeptAsync(scene, early));

        (await IsKeptAsync(scene, late)).ShouldBeTrue();
        scene.Gateway.Clock.Now += TimeSpan.FromDays(1);
        await forgetting.TickUntilAsync(async () => !await IsKeptAsync(scene, late));

        // However long it takes: what nobody has is kept, and is still delivered whole.
        scene.Gateway.Clock.Now += TimeSpan.FromDays(3650);
        forgetting.Machine.Advance(TimeSpan.FromMinutes(30));
        await forgetting.Service.StopAsync(default);
        (await IsKeptAsync(scene, unacknowledged), await IsKeptAsync(scene, never)).ShouldBe((true, true));
        (await scene.ReceiveAsync(2)).ShouldAllBe(one => one.Delivery.Disclosure.Content.Narrative.Concern.Length > 0);
        (await scene.Sender.GetDisclosureAsync(
            new GetDisclosureRequest { Sender = DisclosureScene.School, DisclosureId = early.DisclosureId }, scene.Gateway.As(Town.School)))
            .State.ShouldBe(DisclosureState.Acknowledged);
    }

    [Fact]
    public async Task Host_Gateway_RunsTheTimer()
    {
        await using var scene = await DisclosureScene.StartAsync();

        scene.Gateway.Host.Services.GetServices<IHostedService>().OfType<DisclosureForgetting>().ShouldHaveSingleItem();
    }

    private static Disclosure Report() => DisclosureScene.Report();

    private static Delivery Of(IEnumerable<ReceiveDisclosuresResponse> received, Disclosure report) => received
        .Select(one => one.Delivery)
        .Single(delivery => delivery.Disclosure.Content.Observations[0].ObservationId == report.Content.Observations[0].ObservationId);

    private static async Task<bool> IsKeptAsync(DisclosureScene scene, Disclosure report)
    {
        var lookup = await scene.Gateway.Store.Disclosures.FindAsync(Town.School, WireIds.Read(report.DisclosureId), default);
        return lookup.Disclosure.ShouldNotBeNull().Row.Content.Length > 0;
    }

    private sealed class Timed : IDisposable
    {
        public Timed(DisclosureScene scene)
        {
            Machine = new FakeTimeProvider();
            Service = ActivatorUtilities.CreateInstance<DisclosureForgetting>(scene.Gateway.Host.Services, new MachineClock(Machine));
        }

        public FakeTimeProvider Machine { get; }

        public DisclosureForgetting Service { get; }

        public async Task TickUntilAsync(Func<Task<bool>> holds)
        {
            for (var tick = 0; tick < 200 && !await holds(); tick++)
            {
                Machine.Advance(TimeSpan.FromMinutes(10));
                await Task.Delay(TimeSpan.FromMilliseconds(25));
            }

            (await holds()).ShouldBeTrue();
        }

        public void Dispose() => Service.Dispose();
    }
}
