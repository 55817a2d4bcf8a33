using System.Security.Cryptography;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Tests.Support;

/// <summary>Plain values for tests; each test changes what it is about.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Instant = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 9, 1);

    public static readonly string HolderOrganisation = People.Organisation(1);

    public static readonly string ReceiverOrganisation = People.Organisation(2);

    public static readonly PartyRef Holder = new(HolderOrganisation, string.Empty, Service.PrimarySchool, ServiceForm.Municipal);

    public static readonly PartyRef Receiver =
        new(ReceiverOrganisation, string.Empty, Service.GeneralPractitioner, Known<ServiceForm>.Unknown);

    public static readonly ConsentGiver Parent = new(ConsentCapacity.ParentWithResponsibility, LivesWithChild: true);

    public static SubjectKey Child(int n) => new(People.Number(n), Reference: null);

    public static GatherQuery Query(int child) =>
        new(Child(child), Holder, Receiver, Instant, Today, TimeSpan.FromMinutes(60));

    public static PersonRow Person(int n) => new(
        People.Number(n),
        new DateOnly(2012, 4, 1),
        Grading.Ungraded,
        ParentalResponsibility.JointTogether,
        DeathDate: null);

    public static WishEvent Consent(Guid id, int child, int giver) => new(
        id,
        ExpectedVersion: 0,
        People.Number(child),
        WishKind.Consent,
        ConsentEventKind.Given,
        Parent,
        People.Number(giver),
        Instant.AddDays(-1),
        ReceiverOrganisation + " employee-1",
        "journal-1",
        Terms());

    public static WishEvent Then(WishEvent first, int version, ConsentEventKind happened, int? giver) => first with
    {
        ExpectedVersion = version,
        Event = happened,
        Giver = giver is null ? null : Parent,
        GiverNumber = giver is { } n ? People.Number(n) : null,
        Terms = null,
    };

    public static WishTerms Terms() => new(
        ConsentArea.School,
        [new ConsentParty(Service.PrimarySchool, string.Empty)],
        [new ConsentParty(Service.GeneralPractitioner, string.Empty)],
        CellSet.Of(Cell.Attendance, Cell.ChildSchooling),
        MemberSet<Purpose>.Of(Codes<Purpose>.Members[6]),
        Today.AddDays(-10),
        Today.AddDays(100),
        ConsentForm.Electronic,
        "text-3",
        Today.AddDays(-2));

    public static StandingDecisionRow Standing(Guid id, int version, params ReadOnlySpan<Cell> cells) => new(
        id,
        HolderOrganisation,
        Service.PrimarySchool,
        new StandingDecisionFact(id, version, Service.GeneralPractitioner, Codes<Purpose>.Members[6], CellSet.Of(cells)),
        "head-1",
        Today.AddDays(-1),
        Today.AddDays(30));

    public static EntryDraft Draft(string snapshot = "snapshot.v1\n") => new()
    {
        Public = new PublicPart
        {
            TimeMicros = 1_788_000_000_000_000,
            Kind = EntryKind.Request,
            Flow = Flow.Pull,
            RequestId = Guid.NewGuid(),
            Receiver = Receiver,
            Holder = Holder,
            Purpose = Codes<Purpose>.Members[6],
            Bases = MemberSet<Basis>.Of(Basis.Consent, Basis.HealthCare),
            PolicyHash = new string('a', 64),
            LawDate = Today,
            Given = CellSet.Of(Cell.Attendance, Cell.Clinical),
            Caller = "issuer client",
        },
        Holder = new HolderPart("decision.v1\nasked ATT\n", SourceCalled: true, "ok", Dropped: 2),
        Sealed = new SealedPart("employee-7 teacher", "case-12", snapshot),
        ReleaseCommitment = RandomNumberGenerator.GetBytes(32),
    };

    public static FactVersions Nothing => new(0, 0, RegistryFresh: false);
}
