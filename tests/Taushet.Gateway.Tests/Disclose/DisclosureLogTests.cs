using Taushet.Gateway.Tests.Support;
using Taushet.Gateway.Tests.Trail;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

/// <summary>Report and feedback in the auditors' views and in the child's own.</summary>
public sealed class DisclosureLogTests
{
    private static readonly string Mother = People.Number(11);

    [Fact]
    public async Task Log_ReportAndFeedback_AreSeenByBothPartiesAndTheChildAndNeverByAParent()
    {
        await using var scene = await DisclosureScene.StartAsync();
        using var tokens = new DevelopmentTokens(scene.Gateway);
        await scene.Gateway.Store.Guardians.RegisterAsync(
            Town.Known, Mother, GuardianStanding.WithResponsibility, TestGateway.Start, default);
        await scene.SubmitAsync(DisclosureScene.Report());
        var report = (await scene.ReceiveAsync(1))[0].Delivery;
        await scene.AcknowledgeAsync(report);
        await scene.SubmitAsync(DisclosureScene.FeedbackOn(report), Town.Barnevern);
        await Indexed.WaitAsync(scene.Gateway.Store.Index);
        var log = new AccessLogService.AccessLogServiceClient(scene.Gateway.Invoker);

        // Before anybody reads the log: a reading is an access that the child sees as well.
        var own = (await log.ListAccessesToMeAsync(new ListAccessesToMeRequest(), tokens.Citizen(Town.Known))).Lines;
        foreach (var reader in new[] { Auditing.School(), Auditing.Barnevern() })
        {
            var found = await log.SearchEntriesAsync(
                new SearchEntriesRequest { Reader = reader, Filter = Auditing.Of(Town.Known) },
                tokens.As(reader.Party.OrganisationNumber, "auditor"));
            found.Entries.Select(entry => entry.Kind).Where(kind => kind.StartsWith("disclosure", StringComparison.Ordinal))
                .ShouldBe(["disclosure-submitted", "disclosure-received", "disclosure-submitted"]);
            var feedback = found.Entries.First(entry => entry.Kind == "disclosure-submitted");
            (feedback.Purpose, feedback.Given.Contains(Cell.DecisionsInvestigationOpened)).ShouldBe((Purpose.FeedbackToReporter, true));
        }

        own.Count.ShouldBe(3);
        own[2].Text.ShouldContain("grunnskolen (Unit) ga barnevernstjenesten (Unit) opplysninger av eget tiltak: ");
        own[1].Text.ShouldContain("barnevernstjenesten (Unit) bekreftet å ha fått det grunnskolen (Unit) ga.");
        own[0].Text.ShouldContain("barnevernstjenesten (Unit) ga grunnskolen (Unit) opplysninger av eget tiltak: ");
        var asked = new ListAccessesToMeRequest { ChildNumber = Town.Known };
        (await log.ListAccessesToMeAsync(asked, tokens.Citizen(Mother))).Lines.ShouldBeEmpty();
    }
}
