using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail;

/// <summary>Requests, facts and entries made from a seed: the same seed, the same values.</summary>
internal sealed class RandomTrail(int seed)
{
    private readonly Random random = new(seed);

    public Request Request() => new()
    {
        Flow = Member<Flow>(),
        Receiver = Party(),
        Holder = Party(),
        Purpose = Known(Member<Purpose>),
        Needs = new NeedList(Many(4, () => (Member<Need>(), Cells())), Maybe() ? Cells() : default),
        Asserted = Members<Basis>(),
        Evidence = Evidence(),
        Unborn = Maybe(),
        LawDate = Date(),
    };

    public Facts Facts() => new()
    {
        Age = Known(() => random.Next(-1, 20)),
        Dead = Flag(),
        Grading = Known(Member<Grading>),
        Care = Known(Member<CareSituation>),
        HiddenAddress = Flag(),
        ContactBan = Flag(),
        Responsibility = Known(Member<ParentalResponsibility>),
        Consents = Known(() => Many(3, Consent).ToImmutableArray()),
        Objections = Known(() => Many(3, Objection).ToImmutableArray()),
        Secrecies = Known(() => Many(3, Secrecy).ToImmutableArray()),
        StandingDecisions = Known(() => Many(3, Standing).ToImmutableArray()),
    };

    public EntryRow Row() => new()
    {
        Log = Id(),
        Entry = Id(),
        Index = random.NextInt64(),
        Public = new PublicPart
        {
            TimeMicros = random.NextInt64(),
            Kind = Pick(Enum.GetValues<EntryKind>()),
            Flow = Member<Flow>(),
            RequestId = Id(),
            Receiver = Party(),
            Holder = Party(),
            Purpose = Known(Member<Purpose>),
            Bases = Members<Basis>(),
            PolicyHash = Text(),
            LawDate = Date(),
            Given = Cells(),
            Caller = Text(),
        },
        Subject = Bytes(32),
        HolderPart = Bytes(random.Next(8, 40)),
        SealedPart = Bytes(random.Next(8, 40)),
        ReleaseCommitment = Bytes(32),
        Salt = Bytes(16),
    };

    public int Next(int below) => random.Next(below);

    private Evidence Evidence() => new()
    {
        Order = Optional(() => new OrderEvidence(
            Member<EvidenceLevel>(), Known(Member<OrderCase>), Maybe(), Maybe(), Cells(), Flag(), Flag())),
        Report = Optional(() => new ReportEvidence(Known(Member<Trigger>), Known(Member<Certainty>), Flag(), Flag(), Flag())),
        Avert = Optional(() => new AvertEvidence(
            Known(() => random.Next(10_000)), Known(Member<Certainty>), Flag(), Known(() => random.Next(90)), Flag())),
        Danger = Optional(() => new DangerEvidence(Flag(), Flag(), Flag())),
        Pregnancy = Optional(() => new PregnancyEvidence(Known(Member<Certainty>))),
        HolderDecision = Optional(() => new HolderDecision(Member<EvidenceLevel>(), Cells())),
        Feedback = Optional(() => new FeedbackEvidence(Maybe(), Flag(), Flag(), Flag())),
        AuthorityOrder = Optional(() => new AuthorityOrderEvidence(
            Member<EvidenceLevel>(), Maybe(), Flag(), Flag(), Flag(), Flag(), Cells())),
        Mandate = Optional(() => new MandateEvidence(Member<EvidenceLevel>(), Maybe(), Cells())),
        InformationRight = Optional(() => new InformationRightEvidence(Flag(), Flag(), Flag(), Flag(), Flag())),
        Anonymity = Optional(() => new AnonymityEvidence(Flag(), Flag())),
    };

    private ConsentFact Consent() => new()
    {
        Id = Id(),
        Version = random.Next(1, 9),
        Area = Member<ConsentArea>(),
        Givers = [.. Many(3, () => new ConsentGiver(Member<ConsentCapacity>(), Maybe()))],
        Holders = [.. Many(3, () => new ConsentParty(Member<Service>(), Text()))],
        Receivers = [.. Many(3, () => new ConsentParty(Member<Service>(), Text()))],
        Purposes = Members<Purpose>(),
        Cells = Cells(),
        From = Date(),
        To = Date(),
        ChildHeard = Maybe(),
        ChildAgainst = Maybe(),
    };

    private ObjectionFact Objection() => new(
        Id(),
        random.Next(1, 9),
        Maybe() ? Member<Service>() : null,
        Maybe() ? Member<Service>() : null,
        Cells());

    private SecrecyFact Secrecy() =>
        new(Id(), random.Next(1, 9), Maybe() ? Member<Service>() : null, Member<Service>(), Cells());

    private StandingDecisionFact Standing() => new(Id(), random.Next(1, 9), Member<Service>(), Member<Purpose>(), Cells());

    private PartyRef Party() => new(Text(), Text(), Member<Service>(), Known(Member<ServiceForm>));

    private bool Maybe() => random.Next(2) == 0;

    private Known<bool> Flag() => Known(Maybe);

    private Known<T> Known<T>(Func<T> make) => random.Next(3) == 0 ? global::Taushet.Core.Requests.Known<T>.Unknown : make();

    private T? Optional<T>(Func<T> make)
        where T : class =>
        Maybe() ? make() : null;

    private T Pick<T>(IReadOnlyList<T> members) => members[random.Next(members.Count)];

    private T Member<T>()
        where T : struct, Enum =>
        Pick(Codes<T>.Members);

    private MemberSet<T> Members<T>()
        where T : struct, Enum =>
        MemberSet<T>.Of([.. Many(4, Member<T>)]);

    private CellSet Cells() => CellSet.Of([.. Many(6, Member<Cell>)]);

    private List<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => make())];

    private DateOnly Date() => new DateOnly(2000, 1, 1).AddDays(random.Next(20_000));

    private Guid Id() => new(Bytes(16));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Text() => string.Concat(Many(6, () => Pick(["3", "9", "a", "Å", "-", "?", "%", " ", "\n", "\U0001F600"])));
}
