using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Gateway.Label;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;
using Cell = Taushet.Core.Vocabulary.Cell;
using CellSet = Taushet.Core.Vocabulary.CellSet;
using Flow = Taushet.Core.Vocabulary.Flow;
using Mark = Taushet.V1.Label;
using Need = Taushet.Core.Vocabulary.Need;
using Service = Taushet.Core.Vocabulary.Service;
using Trait = Taushet.Core.Vocabulary.Trait;
using Traits = Taushet.Core.Vocabulary.MemberSet<Taushet.Core.Vocabulary.Trait>;

namespace Taushet.Gateway.Tests.Label;

public sealed class BuildUpTests
{
    /// <summary>INVARIANT: a release is built up from permitted leaves.</summary>
    [Fact]
    public void Of_EachCellAlone_GivesLeavesOfThatCellOnly()
    {
        foreach (var cell in Core.Vocabulary.Codes<Cell>.Members)
        {
            var narrowed = BuildUp.Of(FilledRecord.Everything(Mark.Relevant), May(cell));
            Leaves.CellsOf(narrowed.Information).ShouldBe(narrowed.Present.ToList().Select(one => (V1.Cell)(int)one));
            CellSet.Of(cell).Covers(narrowed.Present).ShouldBeTrue();
            (narrowed.Information is null).ShouldBe(narrowed.Present.IsEmpty);
        }
    }

    [Fact]
    public void Of_NothingPermitted_Nothing()
    {
        var narrowed = BuildUp.Of(FilledRecord.Everything(), May());

        narrowed.Information.ShouldBeNull();
        narrowed.Unasked.ShouldBe(RecordMask.OfChildInformation.Leaves.Length);
    }

    [Fact]
    public void Of_EverythingPermitted_EqualsWhatWasSentButForLabels()
    {
        var sent = FilledRecord.Everything();
        var all = May([.. Core.Vocabulary.Codes<Cell>.Members]);

        ContentWalk.Outcomes(BuildUp.Of(sent, all).Information, all, new Decision { Asked = CellSet.All }).Count
            .ShouldBe(RecordMask.OfChildInformation.Leaves.Length);
    }

    [Fact]
    public void Of_ExtentRelevant_GivesOnlyEntriesMarkedForANeedOfTheCell()
    {
        var sent = new ChildInformation
        {
            Concern = new ConcernSection
            {
                Emotion =
                {
                    Sign("unmarked"),
                    Sign("marked", Mark.Relevant),
                    new EmotionSign { Description = "for the need", Labels = new EntryLabels { RelevantFor = { V1.Need.AssessCase } } },
                    new EmotionSign { Description = "other need", Labels = new EntryLabels { RelevantFor = { V1.Need.Treat } } },
                    new EmotionSign { Description = "no need", Labels = new EntryLabels { RelevantFor = { V1.Need.Unspecified } } },
                },
            },
        };

        var narrowed = BuildUp.Of(sent, Must(new Decision { Asked = default, Must = Emotion, Relevant = Emotion }));

        narrowed.Information!.Concern.Emotion.Select(sign => sign.Description).ShouldBe(["marked", "for the need"]);
    }

    [Theory]
    [InlineData(Mark.InternalDraft)]
    [InlineData(Mark.ToldInConfidence)]
    [InlineData(Mark.ConcernsOtherPerson)]
    public void Of_SoftLabel_ClosesAnOpeningAndLetsADutyThroughOnlyWhenRelevant(Mark mark)
    {
        var sent = new ChildInformation
        {
            Concern = new ConcernSection { Emotion = { Sign("soft", mark), Sign("soft, relevant", mark, Mark.Relevant), Sign("plain") } },
        };

        Described(BuildUp.Of(sent, May(Cell.SignsEmotion))).ShouldBe(["plain"]);
        Described(BuildUp.Of(sent, Must(new Decision { Asked = default, Must = Emotion }))).ShouldBe(["soft, relevant", "plain"]);
    }

    [Fact]
    public void Of_WithheldFromGuardians_ClosedTowardsThemAndTravelsToServices()
    {
        var sent = new ChildInformation
        {
            Concern = new ConcernSection { Emotion = { Sign("closed", Mark.WithheldFromGuardians, Mark.Unverified, Mark.Relevant) } },
        };

        var toService = BuildUp.Of(sent, May(Cell.SignsEmotion)).Information!.Concern.Emotion.Single();
        toService.Labels.Labels.ShouldBe([Mark.WithheldFromGuardians, Mark.Unverified]);
        BuildUp.Of(sent, To(Service.ParentWithResponsibility, new Decision { Asked = default, Must = Emotion }))
            .Information.ShouldBeNull();
    }

    [Fact]
    public void Of_LabelOfANewerVocabulary_ClosesTheEntry() =>
        BuildUp.Of(
            new ChildInformation { Concern = new ConcernSection { Emotion = { Sign("new", (Mark)77) } } },
            Must(new Decision { Asked = default, Must = Emotion })).Information.ShouldBeNull();

    [Fact]
    public void Of_ClosedTraits_NoLeafThatLocatesAndFreeTextOnlyFreeOfLocation()
    {
        var traits = Traits.Of(Trait.LocatesChild, Trait.FreeText);
        var all = new Decision { Asked = default, Must = CellSet.All, ClosedTraits = traits };

        var shut = BuildUp.Of(FilledRecord.Everything(Mark.Relevant), Must(all)).Information;
        var cleared = BuildUp.Of(FilledRecord.Everything(Mark.Relevant, Mark.FreeOfLocation), Must(all)).Information;

        Closed(shut, traits).ShouldBe(0);
        Closed(cleared, Traits.Of(Trait.LocatesChild)).ShouldBe(0);
        Closed(cleared, Traits.Of(Trait.FreeText)).ShouldBeGreaterThan(0);
    }

    /// <summary>INVARIANT: the place of an acute event that is owed to the police is never removed.</summary>
    [Fact]
    public void Of_PlaceOfEventOwedToThePolice_IsNeverRemoved()
    {
        var sent = new ChildInformation { Concern = new ConcernSection { Incidents = { new Incident { Place = "gate" } } } };
        var decision = new Decision
        {
            Asked = default,
            Must = CellSet.Of(Cell.Incident),
            ClosedTraits = Traits.Of(Trait.LocatesChild),
        };

        BuildUp.Of(sent, To(Service.Police, decision)).Information.ShouldNotBeNull();
        BuildUp.Of(sent, To(Service.Barnevern, decision)).Information.ShouldBeNull();
    }

    private static CellSet Emotion => CellSet.Of(Cell.SignsEmotion);

    private static EmotionSign Sign(string text, params Mark[] marks) =>
        new() { Description = text, Labels = new EntryLabels { Labels = { marks } } };

    private static IEnumerable<string> Described(Narrowed narrowed) =>
        narrowed.Information!.Concern.Emotion.Select(sign => sign.Description);

    private static int Closed(ChildInformation? record, Traits traits)
    {
        var permission = May([.. Core.Vocabulary.Codes<Cell>.Members]);
        return ContentWalk.Outcomes(record, permission, new Decision { Asked = default })
            .Count(outcome => Path(outcome.Path) is var path
                && RecordMask.OfChildInformation.Leaves.Single(leaf => leaf.Path == path).Traits.Meets(traits));
    }

    private static string Path(string withPlaces) => withPlaces.Replace("[0]", string.Empty);

    private static Permission May(params Cell[] cells) =>
        To(Service.Barnevern, new Decision { Asked = default, MayOnRequest = CellSet.Of(cells) });

    private static Permission Must(Decision decision) => To(Service.Barnevern, decision);

    private static Permission To(Service receiver, Decision decision) => new(
        new Request
        {
            Flow = Flow.Pull,
            Receiver = new PartyRef("r", string.Empty, receiver, default),
            Holder = new PartyRef("h", string.Empty, Service.PrimarySchool, default),
            Needs = new NeedList([(Need.AssessCase, CellSet.All)]),
            LawDate = new DateOnly(2026, 9, 1),
        },
        decision);
}
