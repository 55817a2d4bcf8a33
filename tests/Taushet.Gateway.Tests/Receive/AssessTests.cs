using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive;

public sealed class AssessTests
{
    [Fact]
    public async Task Assess_Push_EachLeafOfTheContentComesBackWithItsOutcome()
    {
        await using var gateway = await TestGateway.StartAsync();
        var content = new ChildInformation
        {
            Concern = new ConcernSection
            {
                Incidents = { new Incident { Description = "seen" }, new Incident { Place = "there" } },
            },
            Person = new PersonSection { Adoption = new Adoption { DecidedOn = "2020-01-01" } },
        };

        var answer = await gateway.Client.AssessAsync(
            new AssessRequest { Flow = Flow.Push, Inquiry = Town.Report(Town.Known), Content = content },
            gateway.As(Town.School));

        answer.Fields.Select(field => field.Path).ShouldBe(
            ["person.adoption.decided_on", "concern.incidents[0].description", "concern.incidents[1].place"]);
        answer.Fields[0].Outcome.ShouldBe(Outcome.Withhold);
        answer.Fields[0].Reason.ShouldBe(ReasonCode.NotPermitted);
        answer.Fields[1].Outcome.ShouldBe(Outcome.Must);
        answer.Fields[1].Reason.ShouldBe(ReasonCode.Unspecified);
        answer.Groups.Single(group => group.Cells.Contains(Cell.Incident)).Outcome.ShouldBe(Outcome.Must);
        gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Assess_PushOfUnknownUnbornOrUnidentifiedChild_IsStillOwed()
    {
        await using var gateway = await TestGateway.StartAsync();
        ChildRef[] children =
        [
            new() { NationalNumber = Town.Unknown },
            new() { Unidentified = new UnidentifiedChild { Reference = "girl at the gate" } },
        ];
        foreach (var child in children)
        {
            var inquiry = Town.Report(Town.Known, Cell.Incident);
            inquiry.Child = child;
            var answer = await gateway.Client.AssessAsync(
                new AssessRequest { Flow = Flow.Push, Inquiry = inquiry }, gateway.As(Town.School));
            answer.Groups.Single(group => group.Cells.Contains(Cell.Incident)).Outcome.ShouldBe(Outcome.Must);
        }
    }

    [Fact]
    public async Task Assess_PullAndPreview_TellOnlyThePublicExplanationOfWhatIsNotGiven()
    {
        await using var gateway = await TestGateway.StartAsync();
        var inquiry = Town.Plain(Town.Known, Cell.ClinicalDiagnosis, Cell.ClientRelation);

        var assessed = await gateway.Client.AssessAsync(
            new AssessRequest { Flow = Flow.Pull, Inquiry = inquiry }, gateway.As(Town.School));
        var previewed = await gateway.Client.PreviewAsync(new PreviewRequest { Inquiry = inquiry }, gateway.As(Town.School));
        var asked = await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.School));

        assessed.Groups.ShouldBe(previewed.Groups);
        asked.Groups.ShouldBe(previewed.Groups);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(3);
    }

    [Fact]
    public async Task Groups_EveryAskedCell_StandsInExactlyOneGroupInOrder()
    {
        await using var gateway = await TestGateway.StartAsync();
        Cell[] cells = [Cell.ClinicalDiagnosis, Cell.Attendance, Cell.Identity, Cell.Finances, Cell.ClientRelation];

        var answer = await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Known, cells)), gateway.As(Town.Barnevern));

        var told = answer.Groups.SelectMany(group => group.Cells).ToList();
        told.Distinct().Count().ShouldBe(told.Count);
        cells.ShouldBeSubsetOf(told);
        answer.Groups.Select(group => group.Cells[0]).ShouldBeInOrder();
        answer.Groups.ShouldAllBe(group => group.Cells.SequenceEqual(group.Cells.Order()));
    }
}
