using FsCheck.Fluent;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;
using DisclosureState = Taushet.V1.DisclosureState;

namespace Taushet.Gateway.Tests.Disclose;

/// <summary>No setting, role or rate of an organisation stops, alters or delays a disclosure under a duty.</summary>
public sealed class DutyPushTests
{
    /// <summary>INVARIANT: a duty never waits for a number, a name or a purpose: only what the gateway cannot do without is asked for.</summary>
    [Fact]
    public async Task Submit_WithoutNumberNameOrRole_IsDeliveredAsItIs()
    {
        await using var scene = await DisclosureScene.StartAsync();
        ChildRef?[] children =
        [
            null,
            new ChildRef(),
            new ChildRef { NationalNumber = "12345678901" },
            new ChildRef { Unidentified = new UnidentifiedChild() },
            new ChildRef { Unborn = new UnbornChild() },
            new ChildRef { Unborn = new UnbornChild { PregnantWomanNumber = "unknown" } },
        ];
        foreach (var child in children)
        {
            var report = DisclosureScene.Report();
            report.Child = child;
            report.Sender = new DisclosureSender { Party = DisclosureScene.School };
            report.CaseReference = string.Empty;

            var answer = await scene.SubmitAsync(report);

            // There is no duty to report the unborn (law 4.3): what is told of that is stored all the same.
            answer.State.ShouldBe(child?.Unborn is null ? DisclosureState.Open : DisclosureState.Nothing, child?.ToString());
        }
    }

    /// <summary>
    /// INVARIANT: no setting, role, registration or integration of an organisation keeps its employee's duty out: of the sender it is asked only
    /// that the token is of its organisation.
    /// </summary>
    [Fact]
    public async Task Submit_SenderWithoutIntegrationOrRegistration_IsDelivered()
    {
        await using var scene = await DisclosureScene.StartAsync(options => options with { IntegrationsRequired = true });
        await scene.Gateway.Store.Registrar.RegisterAsync(
            new Integration("test", Town.Barnevern, string.Empty, Core.Vocabulary.Service.Barnevern, "taushet:share", new DateOnly(2000, 1, 1), null),
            default);

        (await scene.SubmitAsync(DisclosureScene.Report())).State.ShouldBe(DisclosureState.Open);
        var unregistered = DisclosureScene.Report();
        unregistered.Sender.Party.Service = Service.AfterSchoolCare;
        (await scene.SubmitAsync(unregistered)).State.ShouldBe(DisclosureState.Open);
        var transition = DisclosureScene.Report();
        transition.Ground = new DisclosureGround { Transition = new Transition { Kind = TransitionKind.SchoolFacilitation } };
        (await scene.RefusedAsync(transition)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Submit_CallerFarOverItsLimits_IsTakenAtOnce()
    {
        await using var scene = await DisclosureScene.StartAsync(options => options with { CallerRate = 1, CallerConcurrency = 1 });
        var flood = Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            try
            {
                await scene.Gateway.Client.RequestInformationAsync(
                    Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)), scene.Gateway.As(Town.School));
                return false;
            }
            catch (RpcException error)
            {
                return error.StatusCode == StatusCode.ResourceExhausted;
            }
        }));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.SubmitAsync(DisclosureScene.Report())));

        (await flood).ShouldContain(true);
        answers.ShouldAllBe(answer => answer.State == DisclosureState.Open);
    }

    [Fact]
    public async Task Submit_SourcesDownAndFactsChanging_MakesNoDifference()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.Gateway.Source.DisposeAsync();
        scene.Gateway.Scripted.FactsChange = 9;

        (await scene.SubmitAsync(DisclosureScene.Report())).State.ShouldBe(DisclosureState.Open);
    }

    [Fact]
    public async Task Submit_WithCopiesToALeader_IsDeliveredTheSameAndTellsOfThem()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var alone = DisclosureScene.Report();
        var copied = alone.Clone();
        copied.DisclosureId = DisclosureScene.NewId();
        copied.CopiesTo.Add(new ActingPerson { Reference = "head-1", Role = "principal" });

        var (first, second) = (await scene.SubmitAsync(alone), await scene.SubmitAsync(copied));

        second.CopiedTo.ShouldBe(copied.CopiesTo);
        second.Delivered.ShouldBe(first.Delivered);
        second.Groups.ShouldBe(first.Groups);
        second.State.ShouldBe(first.State);
    }

    /// <summary>INVARIANT: a setting of an organisation changes nothing of what its employee's duty delivers.</summary>
    [Fact]
    public async Task Submit_AnyStandingDecisionsRolesAndDecisions_DeliversTheSame()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var expected = (await scene.SubmitAsync(DisclosureScene.Report())).Delivered;
        var cells = Enum.GetValues<Core.Vocabulary.Cell>();
        var settings =
            from role in Gen.Elements(string.Empty, "teacher", "principal", "substitute", "not authorised")
            from decided in Gen.Elements(cells).ListOf(3)
            from copies in Gen.Choose(0, 3)
            from withDecision in Gen.Elements(true, false)
            select (role, decided, copies, withDecision);

        foreach (var (role, decided, copies, withDecision) in settings.Sample(25))
        {
            var decision = Guid.NewGuid();
            await scene.Gateway.Store.Registrar.RecordAsync(
                new StandingDecisionRow(
                    decision,
                    Town.School,
                    Core.Vocabulary.Service.PrimarySchool,
                    new Core.Requests.StandingDecisionFact(
                        decision,
                        1,
                        Core.Vocabulary.Service.Barnevern,
                        Core.Vocabulary.Purpose.ReportConcern,
                        Core.Vocabulary.CellSet.Of([.. decided])),
                    "head-1",
                    new DateOnly(2026, 1, 1),
                    new DateOnly(2026, 12, 31)),
                default);
            var report = DisclosureScene.Report();
            report.Sender.Employee.Role = role;
            report.CopiesTo.AddRange(Enumerable.Repeat(new ActingPerson { Reference = "head-1", Role = "principal" }, copies));
            report.Decision = withDecision ? new HolderDecision { DecidedBy = "head-1", Cells = { decided.Select(cell => (Cell)(int)cell) } } : null;

            var answer = await scene.SubmitAsync(report);

            answer.Delivered.Sender.Employee.Role = "teacher";
            answer.Delivered.Content.Observations[0].ObservationId = expected.Content.Observations[0].ObservationId;
            answer.Delivered.ShouldBe(expected);
            answer.State.ShouldBe(DisclosureState.Open);
        }
    }
}
