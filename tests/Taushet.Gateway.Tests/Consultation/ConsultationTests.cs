using Google.Protobuf;
using Grpc.Core;
using Taushet.Client;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Consultation;

public sealed class ConsultationTests
{
    [Fact]
    public async Task Prepare_ConfirmedByAHuman_TellsTextsBandAndPlaceAndWhoseJudgementItIs()
    {
        await using var gateway = await StartAsync();

        var answer = await Client(gateway).PrepareConsultationAsync(Case(), gateway.As(Town.School));

        new KeptCheck(new ReceiptCheck(gateway.LogKeys)).Check(answer.ToByteArray())
            .ShouldBeOfType<KeptVerdict.Holds>().Covers.ShouldBe(ReceiptCover.Released);
        (answer.Terms.AgeBand.FromAge, answer.Terms.AgeBand.ToAge).ShouldBe((6u, 8u));
        (answer.Terms.PlaceExtent, answer.Terms.PlaceNumber, answer.Terms.K).ShouldBe((PlaceExtent.Municipality, "5001", 20u));
        answer.Information.Concern.Emotion[0].Description.ShouldBe("gråter når foreldrene henter");
        answer.Information.Concern.Emotion[0].HasObservedOn.ShouldBeFalse();
        answer.Information.Concern.Incidents.ShouldBeEmpty();
        answer.Information.Person.ShouldBeNull();
        answer.Terms.Judge.ShouldBe(AnonymityJudge.Human);
        answer.Terms.Judgement.ShouldContain("har et menneske vurdert (teacher-4)");
        answer.Groups.Single(group => group.Cells.Contains(Cell.SignsEmotion)).Outcome.ShouldBe(Outcome.MayByHolder);
        answer.Groups.Single(group => group.Cells.Contains(Cell.SignsEmotion)).Obligations.ShouldContain(Obligation.ConsiderDutyToReport);
        answer.Terms.DutyHint.ShouldBeEmpty();
        var entry = await gateway.Store.Trail.ReadAsync(default).SingleAsync();
        entry.Public.Kind.ShouldBe(EntryKind.ConsultationPrepared);
        entry.Public.Given.ToList().ShouldBe([Core.Vocabulary.Cell.SignsEmotion]);
        entry.Holder!.Decision.ShouldNotContain("gråter");
        gateway.Source.Calls.ShouldBeEmpty();
    }

    /// <summary>INVARIANT: what a text tells is a human's judgement, and no count of children lets a text into the form.</summary>
    [Fact]
    public async Task Prepare_NobodyHasConfirmed_NoTextIsToldHoweverManyChildrenThereAre()
    {
        await using var gateway = await StartAsync();
        var asked = Case();
        asked.Confirmation = null;

        var answer = await Client(gateway).PrepareConsultationAsync(asked, gateway.As(Town.School));

        answer.Information.ShouldBeNull();
        answer.Terms.Judge.ShouldBe(AnonymityJudge.Count);
        answer.Terms.Judgement.ShouldContain("må et menneske vurdere");
        answer.Terms.Stripped.Where(field => field.Path is "narrative" or "concern.emotion[0].description")
            .ShouldAllBe(field => field.Reason == StrippedReason.NotConfirmed);
        answer.Terms.Stripped.ShouldContain(field => field.Path == "narrative");
    }

    [Fact]
    public async Task Prepare_FewChildrenOfTheBand_TellsTheCountyAndBelowThatNothing()
    {
        await using var gateway = await StartAsync();
        var small = Case();
        small.MunicipalityNumber = "5002";
        var lonely = Case();
        lonely.MunicipalityNumber = "1101";
        lonely.Confirmation = null;

        var county = await Client(gateway).PrepareConsultationAsync(small, gateway.As(Town.School));
        var nothing = await Client(gateway).PrepareConsultationAsync(lonely, gateway.As(Town.School));

        (county.Terms.PlaceExtent, county.Terms.PlaceNumber).ShouldBe((PlaceExtent.County, "50"));
        (nothing.Terms.PlaceExtent, nothing.Terms.PlaceNumber, nothing.Terms.Judge).ShouldBe((PlaceExtent.Untold, string.Empty, AnonymityJudge.Nobody));
        nothing.Groups.ShouldAllBe(group => group.Outcome == Outcome.Withhold);
    }

    [Fact]
    public async Task Prepare_ReceiverKnowsTheCase_NothingIsAnonymous()
    {
        await using var gateway = await StartAsync();
        var asked = Case();
        asked.KnownToReceiver = true;

        var answer = await Client(gateway).PrepareConsultationAsync(asked, gateway.As(Town.School));

        answer.Information.ShouldBeNull();
        answer.Groups.ShouldAllBe(group => group.Outcome == Outcome.Withhold);
    }

    [Fact]
    public async Task Prepare_ThresholdOfADutyLooksMet_HintsToReportByName()
    {
        await using var gateway = await StartAsync();
        var asked = Case();
        asked.Seen.Add(new Evidence
        {
            Report = new ReportEvidence { Trigger = Trigger.Maltreatment, Certainty = Certainty.ReasonToBelieve },
        });

        var answer = await Client(gateway).PrepareConsultationAsync(asked, gateway.As(Town.School));

        answer.Terms.Owed.ShouldContain(duty => duty.RuleId == "bvl-13-2-a-report");
        answer.Terms.DutyHint.ShouldContain("En drøfting oppfyller den ikke");
        asked.Seen[0].Report.Certainty = Certainty.Vague;
        (await Client(gateway).PrepareConsultationAsync(asked, gateway.As(Town.School))).Terms.DutyHint.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prepare_NumberInATextOrNoNamedEmployee_IsMalformedAndTellsNoValue()
    {
        await using var gateway = await StartAsync();
        var asked = Case();
        asked.Information.Concern.Emotion[0].Description = $"det er {Town.Known}";
        asked.ActingPerson = null;

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Client(gateway).PrepareConsultationAsync(asked, gateway.As(Town.School)));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Details.Violations(error).ShouldBe(
            ["acting_person.reference", "acting_person.role", "information.concern.emotion[0].description"]);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    private static Task<TestGateway> StartAsync()
    {
        var counts = Path.Combine(Path.GetTempPath(), $"taushet-counts-{Guid.NewGuid():N}.tsv");
        File.WriteAllText(counts, "# municipality, age, children\n5001\t6\t8\n5001\t7\t8\n5001\t8\t8\n5002\t7\t3\n1101\t7\t3\n");
        return TestGateway.StartAsync(options => options with { ChildCountsFile = counts });
    }

    private static ConsultationService.ConsultationServiceClient Client(TestGateway gateway) => new(gateway.Invoker);

    private static PrepareConsultationRequest Case() => new()
    {
        Holder = new Party { OrganisationNumber = Town.School, Service = Service.PrimarySchool },
        Receiver = new Party { Service = Service.InterdisciplinaryTeam },
        ActingPerson = new ActingPerson { Reference = "teacher-4", Role = "teacher" },
        CaseReference = "note-1",
        ChildAge = 7,
        MunicipalityNumber = "5001",
        GradedAddress = false,
        Narrative = "Barnet virker redd om mandagene.",
        Confirmation = new AnonymityConfirmation { TextsDoNotIdentify = true, JudgedBy = "teacher-4" },
        Information = new ChildInformation
        {
            Person = new PersonSection { Identity = new Identity { GivenName = "Solveig", NationalNumber = Town.Known } },
            Concern = new ConcernSection
            {
                Emotion = { new EmotionSign { Description = "gråter når foreldrene henter", ObservedOn = "2026-08-31" } },
                Incidents = { new Incident { Place = "skolegården", OccurredAt = 1 } },
            },
        },
    };
}
