using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Trail;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail.OwnView;

public sealed class LogViewFilterTests
{
    private const long Now = 1_800_000_000_000_000;
    private const long Day = 86_400_000_000;

    private static readonly ServiceSet Parents =
        ServiceSet.Of(Service.ParentWithResponsibility, Service.ParentWithoutResponsibility);

    private static readonly LogViewPolicy Policy = new()
    {
        Ages =
        [
            new LogViewAge(ServiceSet.All, 15, "bvl § 12-3"),
            new LogViewAge(ServiceSet.Of(Service.YouthHealthCentre), 16, "pbrl § 4-3"),
        ],
        Hidden =
        [
            new LogViewRule("reports", Parents, ServiceSet.All, MemberSet<Basis>.Of(Basis.DutyToReport), default, null, "bvl § 12-6"),
            new LogViewRule("police", ServiceSet.Of(Service.Child), ServiceSet.Of(Service.Police), default, default, 90, "popplyl § 16"),
        ],
        Named = ServiceSet.Of(Service.YouthHealthCentre),
        ParentsUntil = 18,
        ParentsUntilOwnConsent = 16,
        OwnConsent = ServiceSet.Of(Service.YouthHealthCentre),
    };

    // Towards parents: school and barnevern owe attendance and that the child is known to them.
    private static readonly Rule[] Owed =
    [
        Rules.Duty("r-parents", Cell.Attendance, Cell.ClientRelation) with { Receivers = Parents },
        Rules.Danger("r-danger", Cell.Attendance, Cell.ClientRelation) with { When = Conditions.Yes(FactSlot.HiddenAddress) },
    ];

    private static readonly Facts Calm = new() { Age = 12, HiddenAddress = false, ContactBan = false, Grading = Grading.Ungraded };

    [Fact]
    public void Shows_WhatTheParentWouldBeGivenByBothParties_IsShown() => Shown().ShouldBeTrue();

    [Fact]
    public void Shows_ACellTheParentWouldBeRefused_IsHidden() =>
        Shown(entry => entry with { Given = CellSet.Of(Cell.Attendance, Cell.Finances) }).ShouldBeFalse();

    [Fact]
    public void Shows_NothingGiven_IsJudgedByWhatWasAskedFor()
    {
        Shown(entry => entry with { Given = CellSet.Empty }).ShouldBeTrue();
        Shown(entry => entry with { Given = CellSet.Empty }, request: Asks.Pull(Cell.Attendance, Cell.Finances)).ShouldBeFalse();
    }

    [Fact]
    public void Shows_OnlyTheReceiversServiceIsKeptFromTheParent_IsHidden() =>
        Shown(rules: [Owed[0] with { Holders = ServiceSet.Of(Service.PrimarySchool) }]).ShouldBeFalse();

    [Fact]
    public void Shows_DangerTodayOrThen_IsHidden()
    {
        Shown(today: Calm with { HiddenAddress = true }).ShouldBeFalse();
        Shown(then: Calm with { HiddenAddress = true }).ShouldBeFalse();
        Shown(today: Calm with { HiddenAddress = Known<bool>.Unknown }).ShouldBeFalse();
    }

    [Fact]
    public void Shows_WhatLocatesTheChildIsClosed_IsHidden() =>
        Shown(rules: [.. Owed, Rules.Danger("r-trait") with { ClosesTraits = MemberSet<Trait>.Of(Trait.LocatesChild) }]).ShouldBeFalse();

    [Fact]
    public void Shows_OnlyWhatIsRelevantIsOwed_IsHidden() =>
        Shown(rules: [Owed[0] with { Cells = CellSet.Of(Cell.ClientRelation), Relevant = CellSet.Of(Cell.Attendance) }]).ShouldBeFalse();

    [Fact]
    public void Shows_ToAParentWhatTheHolderHadDecidedForAnother_IsHidden() => Shown(
        rules:
        [
            Owed[0] with { Cells = CellSet.Of(Cell.ClientRelation) },
            Rules.HolderOpening("r-choice", Cell.Attendance) with
            {
                Bases = MemberSet<Basis>.Of(Basis.ParentalInformation),
                Purposes = MemberSet<Purpose>.Of(Purpose.ParentInformation),
            },
        ],
        request: Asks.Pull(Cell.Attendance) with
        {
            Evidence = new Evidence { HolderDecision = new(EvidenceLevel.Asserted, CellSet.Of(Cell.Attendance)) },
        }).ShouldBeFalse();

    [Fact]
    public void Shows_AReportOrWhatStatesOne_IsHiddenFromParents()
    {
        Shown(entry => entry with { Bases = MemberSet<Basis>.Of(Basis.DutyToReport) }).ShouldBeFalse();
        Shown(request: Asks.Pull(Cell.Attendance) with { Evidence = new Evidence { Report = Asks.Report } }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(18, false)]
    public void Shows_ByTheChildsAge_EndsForParentsAtMajority(int age, bool shown) =>
        Shown(today: Calm with { Age = age }).ShouldBe(shown);

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void Shows_WhereTheYoungConsentThemselves_EndsForParentsThen(int age, bool shown)
    {
        var centre = Asks.School with { Service = Service.YouthHealthCentre };
        Shown(entry => entry with { Holder = centre }, today: Calm with { Age = age }).ShouldBe(shown);
        Shown(entry => entry with { Receiver = centre }, today: Calm with { Age = age }).ShouldBe(shown);
    }

    [Fact]
    public void Shows_ToAParentWhatIsUnknown_IsHidden()
    {
        Shown(today: Calm with { Age = Known<int>.Unknown }).ShouldBeFalse();
        Filter(Owed).Shows(Entry, snapshot: null, Viewer(Service.ParentWithResponsibility, 12), At(Calm)).ShouldBeFalse();
        Shown(entry => entry with { Kind = EntryKind.Denied }).ShouldBeFalse();
    }

    [Fact]
    public void Shows_ToWhoIsNoParent_Nothing() => Shown(viewer: Service.PrivatePerson).ShouldBeFalse();

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Shows_ToTheChild_FromItsAge(int age, bool shown) =>
        Filter([]).Shows(Entry, snapshot: null, Viewer(Service.Child, age), At(Calm)).ShouldBe(shown);

    [Fact]
    public void Shows_ToTheChild_TheHighestAgeOfBothPartiesCounts()
    {
        var entry = Entry with { Receiver = Asks.School with { Service = Service.YouthHealthCentre } };

        Filter([]).Shows(entry, snapshot: null, Viewer(Service.Child, 15), At(Calm)).ShouldBeFalse();
        Filter([]).Shows(entry, snapshot: null, Viewer(Service.Child, 16), At(Calm)).ShouldBeTrue();
    }

    [Fact]
    public void Shows_WhatIsDelayed_IsHiddenUntilTheDelayEnds()
    {
        var entry = Entry with { Receiver = Asks.School with { Service = Service.Police } };

        Filter([]).Shows(entry with { TimeMicros = Now - (90 * Day) + 1 }, null, Viewer(Service.Child, 17), At(Calm)).ShouldBeFalse();
        Filter([]).Shows(entry with { TimeMicros = Now - (90 * Day) }, null, Viewer(Service.Child, 17), At(Calm)).ShouldBeTrue();
    }

    /// <summary>INVARIANT: a parent's log view never contains an entry whose data the parent would be refused.</summary>
    [Fact]
    public void Shows_UnderAnyLawFactsAndEntry_NeverWhatAParentAskingWouldBeRefused()
    {
        var shown = 0;
        AnyWorld.HoldsWith(
            FsCheck.Fluent.Gen.Zip(AnyWorld.Facts, AnyRule.Cells),
            (world, other) =>
            {
                var (today, given) = other;
                var law = LawOf([.. world.Rules, Rules.Duty("r-known", [.. AnyRule.Pool.ToList(), Cell.ClientRelation]) with { Receivers = Parents }]);
                var entry = Entry with { Holder = world.Request.Holder, Receiver = Asks.Barnevern, Given = given };
                var filter = new LogViewFilter(law, Policy);
                var snapshot = new EntrySnapshot(world.Request, world.Facts);
                if (!filter.Shows(entry, snapshot, Viewer(Service.ParentWithResponsibility, today.Age), At(today)))
                {
                    return true;
                }

                shown++;
                var told = given.IsEmpty ? world.Request.Needs.All : given;
                return told.ToList().All(cell => GivenToAParent(law, world.Request.Holder, today, cell));
            });
        shown.ShouldBeGreaterThan(5, "the property would hold of nothing");
    }

    // The plain form: the parent asks the holder for this one thing, today.
    private static bool GivenToAParent(PolicySet law, PartyRef holder, Facts today, Cell cell)
    {
        var request = Asks.ParentAsks() with
        {
            Holder = holder,
            Purpose = Purpose.ParentInformation,
            Needs = new NeedList([], CellSet.Of(cell)),
            Asserted = MemberSet<Basis>.Of(Basis.ParentalInformation),
        };
        return Decider.Decide(request, today, law).Released.Contains(cell);
    }

    private static bool Shown(
        Func<PublicPart, PublicPart>? change = null,
        Rule[]? rules = null,
        Request? request = null,
        Facts? today = null,
        Facts? then = null,
        Service viewer = Service.ParentWithResponsibility)
    {
        var snapshot = new EntrySnapshot(request ?? Asks.Pull(Cell.Attendance), then ?? Calm);
        var facts = today ?? Calm;
        return Filter(rules ?? Owed).Shows(change?.Invoke(Entry) ?? Entry, snapshot, Viewer(viewer, facts.Age), At(facts));
    }

    // Everything is necessary, so that what is refused is refused by the rules.
    private static PolicySet LawOf(IEnumerable<Rule> rules) => new(
        "hash",
        rules,
        [],
        ((Purpose[])[Purpose.ParentInformation, Purpose.ChangeOfSchool, Purpose.Aftercare])
            .Select(purpose => new PurposeNeeds(purpose, ServiceSet.All, [(Need.Teach, CellSet.All)])));

    private static LogViewFilter Filter(Rule[] rules) => new(LawOf(rules), Policy);

    private static LogViewer Viewer(Service capacity, Known<int> age) => new(capacity, age);

    private static LogViewMoment At(Facts facts) => new(Now, Asks.LawDate, _ => facts);

    private static PublicPart Entry { get; } = new()
    {
        TimeMicros = Now - (1000 * Day),
        Kind = EntryKind.Request,
        Flow = Flow.Pull,
        RequestId = Guid.Empty,
        Receiver = Asks.Barnevern,
        Holder = Asks.School,
        Purpose = Purpose.ChangeOfSchool,
        Bases = default,
        PolicyHash = "hash",
        LawDate = Asks.LawDate,
        Given = CellSet.Of(Cell.Attendance),
        Caller = "issuer client",
    };
}
