using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail;

public sealed class NoticesTests
{
    private static readonly ServiceSet All = ServiceSet.Of([.. Codes<Service>.Members]);

    private static readonly NoticeRule[] Rules =
    [
        new("health", NoticeTo.Child, ServiceSet.Of(Service.SchoolHealth), BreachRisk.Unlikely, 0, "pjl § 22 a"),
        new("child", NoticeTo.Child, All, BreachRisk.High, 24, "gdpr art. 34"),
        new("parents", NoticeTo.Parents, All, BreachRisk.High, 0, "gdpr art. 34"),
        new("authority", NoticeTo.DataProtectionAuthority, All, BreachRisk.Likely, 72, "gdpr art. 33"),
    ];

    private static readonly NoticeViewers Everyone = new(Child: true, Parents: true, HasParents: true);

    [Fact]
    public void Of_EachRisk_LeadsToWhatItsRulesSay()
    {
        To(Service.PrimarySchool, BreachRisk.Unlikely).ShouldBeEmpty();
        To(Service.PrimarySchool, BreachRisk.Likely).ShouldBe([NoticeTo.DataProtectionAuthority]);
        To(Service.PrimarySchool, BreachRisk.High).ShouldBe([NoticeTo.Child, NoticeTo.Parents, NoticeTo.DataProtectionAuthority]);
        To(Service.SchoolHealth, BreachRisk.Unlikely).ShouldBe([NoticeTo.Child]);
    }

    [Fact]
    public void Of_TwoRulesForTheSame_TheEarliestCounts()
    {
        var child = Notices.Of(Rules, Service.SchoolHealth, BreachRisk.High, Everyone, known: 1000).Single(one => one.To == NoticeTo.Child);

        (child.Due, child.Citation).ShouldBe((1000, "pjl § 22 a"));
        Notices.Of(Rules, Service.SchoolHealth, BreachRisk.High, Everyone, known: 1000)
            .Single(one => one.To == NoticeTo.DataProtectionAuthority).Due.ShouldBe(1000 + (72L * 3_600_000_000));
    }

    /// <summary>INVARIANT: nobody is to be told of an access that the log hides from them.</summary>
    [Fact]
    public void Of_AnyViewers_NobodyIsDueToBeToldWhatIsHiddenFromThem() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(
            Gen.Zip(Gen.Zip(Gen.Elements(true, false), Gen.Elements(true, false)), Gen.Elements(true, false))
                .Select(one => new NoticeViewers(one.Item1.Item1, one.Item1.Item2, one.Item2)).ToArbitrary(),
            viewers => Notices.Of(Rules, Service.SchoolHealth, BreachRisk.High, viewers, 0).All(one =>
                (one.To != NoticeTo.Child || one.Withheld != viewers.Child)
                && (one.To != NoticeTo.Parents || (viewers.HasParents && one.Withheld != viewers.Parents))
                && (one.To is NoticeTo.Child or NoticeTo.Parents || !one.Withheld))));

    private static IEnumerable<NoticeTo> To(Service holder, BreachRisk risk) =>
        Notices.Of(Rules, holder, risk, Everyone, 0).Select(one => one.To);
}
