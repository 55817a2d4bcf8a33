using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail;

public sealed class SnapshotTextTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void Read_AnyWrittenSnapshot_WritesTheSameTextAndHasEqualParts() =>
        Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new RandomTrail(seed);
            var (request, facts) = (random.Request(), random.Facts());
            var text = SnapshotText.Write(request, facts);

            var (readRequest, readFacts) = SnapshotText.Read(text);

            SnapshotText.Write(readRequest, readFacts).ShouldBe(text);
            ShouldEqual(readRequest, request);
            ShouldEqual(readFacts, facts);
        }));

    [Fact]
    public void Read_AnyWrittenSnapshotWithOneLineLess_IsRefusedOrMeansSomethingElse() =>
        Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new RandomTrail(seed);
            var text = SnapshotText.Write(random.Request(), random.Facts());
            var lines = text.Split('\n').ToList();
            lines.RemoveAt(random.Next(lines.Count - 1));
            var shorter = string.Join('\n', lines);
            try
            {
                var (request, facts) = SnapshotText.Read(shorter);
                SnapshotText.Write(request, facts).ShouldNotBe(text);
            }
            catch (FormatException)
            {
                // Refused, as it should be.
            }
        }));

    [Theory]
    [InlineData("")]
    [InlineData("snapshot.v2\n")]
    [InlineData("snapshot.v1\nflow pull\n")]
    public void Read_AnotherText_IsRefused(string text) => Should.Throw<FormatException>(() => SnapshotText.Read(text));

    [Fact]
    public void Write_APull_ReadsAsLinesOfCodes()
    {
        var request = new Request
        {
            Flow = Flow.Pull,
            Receiver = new PartyRef("310000018", string.Empty, Service.Barnevern, ServiceForm.Municipal),
            Holder = new PartyRef("310000034", string.Empty, Service.PrimarySchool, Known<ServiceForm>.Unknown),
            Purpose = Purpose.ChildWelfareCase,
            Needs = new NeedList([(Need.AssessCase, CellSet.Of(Cell.Attendance, Cell.ClinicalDiagnosis))]),
            Asserted = MemberSet<Basis>.Of(Basis.BarnevernOrder),
            Evidence = new Evidence
            {
                Order = new OrderEvidence(
                    EvidenceLevel.Asserted,
                    OrderCase.CareOrder,
                    HasReference: true,
                    HasNecessity: true,
                    CellSet.Of(Cell.Attendance),
                    Written: true,
                    Known<bool>.Unknown),
            },
            LawDate = new DateOnly(2026, 9, 1),
        };

        SnapshotText.Write(request, new Facts { Age = 9, Grading = Grading.Ungraded }).ShouldBe(
            """
            snapshot.v1
            flow pull
            receiver barnevern municipal 310000018 -
            holder school ? 310000034 -
            law-date 2026-09-01
            purpose child-welfare-case
            unborn no
            bases bvl-13-4
            need assess ATT X_MED/diagnosis
            order asserted bvl-5-1 yes yes yes ? ATT
            age 9
            dead ?
            grading ugradert
            care ?
            hidden-address ?
            contact-ban ?
            responsibility ?

            """.Replace("holder school", "holder " + Codes<Service>.Of(Service.PrimarySchool))
                .Replace("receiver barnevern", "receiver " + Codes<Service>.Of(Service.Barnevern)));
    }

    private static void ShouldEqual(Request read, Request written)
    {
        (read with { Needs = written.Needs }).ShouldBe(written);
        read.Needs.All.ShouldBe(written.Needs.All);
        read.Needs.Unspecified.ShouldBe(written.Needs.Unspecified);
        foreach (var need in Codes<Need>.Members)
        {
            read.Needs.For(need).ShouldBe(written.Needs.For(need));
        }
    }

    private static void ShouldEqual(Facts read, Facts written)
    {
        var lists = written with
        {
            Consents = read.Consents,
            Objections = read.Objections,
            Secrecies = read.Secrecies,
            StandingDecisions = read.StandingDecisions,
        };
        read.ShouldBe(lists);
        read.Objections.IsKnown.ShouldBe(written.Objections.IsKnown);
        read.Objections.Or([]).ShouldBe(written.Objections.Or([]));
        read.Secrecies.IsKnown.ShouldBe(written.Secrecies.IsKnown);
        read.Secrecies.Or([]).ShouldBe(written.Secrecies.Or([]));
        read.StandingDecisions.IsKnown.ShouldBe(written.StandingDecisions.IsKnown);
        read.StandingDecisions.Or([]).ShouldBe(written.StandingDecisions.Or([]));
        read.Consents.IsKnown.ShouldBe(written.Consents.IsKnown);
        var consents = written.Consents.Or([]);
        read.Consents.Or([]).Length.ShouldBe(consents.Length);
        foreach (var (left, right) in read.Consents.Or([]).Zip(consents))
        {
            ShouldEqual(left, right);
        }
    }

    private static void ShouldEqual(ConsentFact read, ConsentFact written)
    {
        read.Givers.ShouldBe(written.Givers);
        read.Holders.ShouldBe(written.Holders);
        read.Receivers.ShouldBe(written.Receivers);
        read.ShouldBe(written with { Givers = read.Givers, Holders = read.Holders, Receivers = read.Receivers });
    }
}
