using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Law;

public sealed class PolicyServiceTests
{
    [Fact]
    public async Task AssessDuty_ViolenceAtHome_IsOwedToBarnevernWithWhomNotToTell()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var answer = await Client(gateway).AssessDutyAsync(Seen(Certainty.ReasonToBelieve), gateway.As(Town.School));

        var duty = answer.Owed.Single(owed => owed.RuleId == "bvl-13-2-a-report");
        duty.Receivers.ShouldContain(Service.Barnevern);
        duty.Cells.ShouldContain(Cell.Incident);
        duty.Always.ShouldBeSubsetOf(duty.Cells);
        duty.Citations[0].Section.ShouldBe("13-2");
        var silence = duty.Advice.Single(advice => advice.Obligation == Obligation.DoNotInformParents);
        silence.Text.ShouldBe("informer ikke foreldrene");
        silence.Citations.ShouldNotBeEmpty();
        duty.Advice.ShouldContain(advice => advice.Obligation == Obligation.AnswerWithoutDelay);
        answer.Summary.ShouldStartWith("Du har selv en plikt, og ingen kan stanse den.");
        gateway.Source.Calls.ShouldBeEmpty();
        var entry = await gateway.Store.Trail.ReadAsync(default).SingleAsync();
        entry.Public.Kind.ShouldBe(EntryKind.AssessDuty);
        entry.Public.Receiver.ShouldBe(entry.Public.Holder);
        entry.Holder!.Decision.ShouldStartWith("duties.v1\nowed ");
    }

    [Fact]
    public async Task AssessDuty_VagueFeeling_TellsWhatIsLackingAndNeverToAskAManager()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var answer = await Client(gateway).AssessDutyAsync(Seen(Certainty.Vague), gateway.As(Town.School));

        answer.Owed.ShouldBeEmpty();
        answer.Absent.Single(absent => absent.RuleId == "bvl-13-2-a-report").Lacks
            .ShouldHaveSingleItem().ShouldBe("melders sikkerhet: må være minst grunn til å tro (nå: vag mistanke)");
        answer.Summary.ShouldContain("uten å si hvem barnet er");
        answer.Summary.ShouldNotContain("leder");
    }

    [Fact]
    public async Task AssessDuty_ACrimeThatCanStillBeAverted_IsOwedToPoliceAndWhenItCannotIsNot()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var asked = Seen(Certainty.Certain);
        asked.Seen[0] = new Evidence
        {
            Avert = new AvertEvidence { CrimeSection = 299, Certainty = Certainty.MostLikely, StillPossible = true, VictimAge = 7 },
        };
        var over = asked.Clone();
        over.Seen[0].Avert.StillPossible = false;

        var owed = await Client(gateway).AssessDutyAsync(asked, gateway.As(Town.School));
        var past = await Client(gateway).AssessDutyAsync(over, gateway.As(Town.School));

        var duty = owed.Owed.Single(found => found.RuleId == "strl-196-avert");
        duty.Receivers.ShouldBe([Service.Police]);
        duty.Citations.ShouldContain(citation => citation.Act == "strl" && citation.Section == "196");
        duty.Advice.ShouldContain(advice => advice.Obligation == Obligation.DoNotInformParents);
        past.Owed.ShouldBeEmpty();
        past.Absent.Single(absent => absent.RuleId == "strl-196-avert").Lacks.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task AssessDuty_OfAnotherOrganisation_IsRefused()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Client(gateway).AssessDutyAsync(Seen(Certainty.Certain), gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task AssessDuty_NothingOrSomethingElseSeen_IsMalformed()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var nothing = Seen(Certainty.Certain);
        nothing.Seen.Clear();
        var order = nothing.Clone();
        order.Seen.Add(new Evidence { Order = new OrderEvidence() });
        foreach (var asked in new[] { nothing, order })
        {
            var error = await Should.ThrowAsync<RpcException>(async () =>
                await Client(gateway).AssessDutyAsync(asked, gateway.As(Town.School)));
            error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        }
    }

    [Fact]
    public async Task AssessDuty_EntryCannotBeStored_TellsTheTelephoneRoute()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        gateway.Scripted.AuditDown = true;

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Client(gateway).AssessDutyAsync(Seen(Certainty.Certain), gateway.As(Town.School)));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        error.Status.Detail.ShouldContain("112");
    }

    // INVARIANT: only the holder is told the full explanation, whatever the flow.
    [Fact]
    public async Task Explain_ByTheHolder_TellsWhatTheOrderLacked_AndTheAskerIsRefused()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var inquiry = Town.Order(Town.Known, Cell.Attendance);
        inquiry.Bases[0].Evidence.Order.Necessity = string.Empty;
        var asked = new ExplainRequest { Flow = Flow.Pull, Inquiry = inquiry };

        var answer = await Client(gateway).ExplainAsync(asked, gateway.As(Town.School));

        var group = answer.Groups.Single(one => one.Told.Cells.Contains(Cell.Attendance));
        group.Told.Outcome.ShouldBe(Outcome.Withhold);
        var order = group.Near.Single(near => near.RuleId == "bvl-13-4-order");
        order.Lacks.ShouldContain("pålegget har referanse, begrunnelse og omfang: må være ja (nå: nei)");
        order.OrderCases.ShouldContain(OrderCase.CareOrder);
        (await gateway.Store.Trail.ReadAsync(default).SingleAsync()).Public.Kind.ShouldBe(EntryKind.Explain);
        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Client(gateway).ExplainAsync(asked, gateway.As(Town.Barnevern)));
        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Explain_EveryAskedCell_StandsInExactlyOneGroupInOrder()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        Cell[] cells = [Cell.ClinicalDiagnosis, Cell.Attendance, Cell.Identity, Cell.Finances];
        var inquiry = Town.Order(Town.Known, cells);

        var answer = await Client(gateway).ExplainAsync(new ExplainRequest { Flow = Flow.Pull, Inquiry = inquiry }, gateway.As(Town.School));

        var told = answer.Groups.SelectMany(group => group.Told.Cells).ToList();
        told.Distinct().Count().ShouldBe(told.Count);
        cells.ShouldBeSubsetOf(told);
        answer.Groups.Select(group => group.Told.Cells[0]).ShouldBeInOrder();
    }

    [Fact]
    public async Task GetPolicySet_TellsHashCountsAndDoubts_AndMakesNoEntry()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var answer = await Client(gateway).GetPolicySetAsync(new GetPolicySetRequest(), gateway.As(Town.School));

        answer.ContentHash.Length.ShouldBe(64);
        answer.Rules.ShouldBeGreaterThan(100u);
        answer.RulesInForce.ShouldBeLessThan(answer.Rules);
        answer.Doubts.ShouldNotBeEmpty();
        answer.Approval.ShouldBeNull();
        answer.LawDate.ShouldBe("2026-09-01");
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    internal static PolicyService.PolicyServiceClient Client(TestGateway gateway) => new(gateway.Invoker);

    private static AssessDutyRequest Seen(Certainty certainty) => new()
    {
        Holder = new Party { OrganisationNumber = Town.School, Service = Service.PrimarySchool },
        ActingPerson = new ActingPerson { Reference = "teacher-4", Role = "teacher" },
        CaseReference = "note-1",
        ChildAge = 7,
        Seen =
        {
            new Evidence
            {
                Report = new ReportEvidence { Trigger = Trigger.Maltreatment, Certainty = certainty, AbuseSuspected = true, Acute = false },
            },
        },
    };
}
