using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>The values z3 gave to the inputs, read back as a request with facts.</summary>
internal sealed partial class Model
{
    private readonly Dictionary<string, BigInteger> values = new(StringComparer.Ordinal);
    private readonly Func<string, string> read;

    public Model(string printed, Func<string, string> read)
    {
        this.read = read;
        foreach (Match match in Pair().Matches(printed))
        {
            values[match.Groups["name"].Value] = Parse(match.Groups["value"].Value);
        }
    }

    public Request Request() => new()
    {
        Flow = (Flow)Number("flow"),
        Holder = new PartyRef(string.Empty, string.Empty, (Service)Number("holder"), Member<ServiceForm>(FactSlot.HolderForm)),
        Receiver = new PartyRef(string.Empty, string.Empty, (Service)Number("receiver"), Member<ServiceForm>(FactSlot.ReceiverForm)),
        Purpose = Yes("known-purpose") ? (Purpose)Number("purpose") : Known<Purpose>.Unknown,
        Needs = new NeedList(
            Codes<Need>.Members.Select(need => (need, Cells($"need-{Codes<Need>.Of(need)}"))).Where(entry => !entry.Item2.IsEmpty),
            Cells("need-unstated")),
        Asserted = new MemberSet<Basis>((ulong)(Bits("asserted") & Mask<Basis>())),
        Evidence = new ModelEvidence(this).Read(),
        Unborn = Yes("unborn"),
        LawDate = Date(),
    };

    public Facts Facts() => new()
    {
        Age = Whole(FactSlot.Age),
        Dead = YesNo(FactSlot.Dead),
        Grading = Member<Grading>(FactSlot.Grading),
        Care = Member<CareSituation>(FactSlot.Care),
        HiddenAddress = YesNo(FactSlot.HiddenAddress),
        ContactBan = YesNo(FactSlot.ContactBan),
        Responsibility = Member<ParentalResponsibility>(FactSlot.Responsibility),
        Consents = Enumerable.Range(1, Inputs.Consents).Where(number => Yes($"consent{number}-recorded")).Select(Consent).ToImmutableArray(),
        Objections = Yes("known-objections") ? Objections() : Known<ImmutableArray<ObjectionFact>>.Unknown,
        Secrecies = Yes("known-secrecies") ? Secrecies() : Known<ImmutableArray<SecrecyFact>>.Unknown,
        StandingDecisions = Yes("known-standing") ? Standing() : Known<ImmutableArray<StandingDecisionFact>>.Unknown,
    };

    public bool Yes(string input) => Bits(input) != 0;

    public int Number(string input) => (int)Bits(input);

    public CellSet Cells(string input) => new(((UInt128)Bits(input)) & CellSet.All.Bits);

    public Known<bool> YesNo(FactSlot slot) => IsKnown(slot) ? Yes(Inputs.Name(slot)) : Known<bool>.Unknown;

    public Known<int> Whole(FactSlot slot) => IsKnown(slot) ? (int)(short)(ushort)Number(Inputs.Name(slot)) : Known<int>.Unknown;

    public Known<T> Member<T>(FactSlot slot)
        where T : struct, Enum =>
        IsKnown(slot) ? (T)Enum.ToObject(typeof(T), Number(Inputs.Name(slot))) : Known<T>.Unknown;

    private DateOnly Date() => Inputs.FirstDay.AddDays(Number("date"));

    private bool IsKnown(FactSlot slot) => Yes($"known-{Inputs.Name(slot)}");

    private BigInteger Bits(string input) => values.GetValueOrDefault(read(input));

    private static BigInteger Mask<T>()
        where T : struct, Enum =>
        MemberSet<T>.Of([.. Codes<T>.Members]).Bits;

    private ConsentFact Consent(int number)
    {
        string Part(string part) => string.Create(CultureInfo.InvariantCulture, $"consent{number}-{part}");
        var givers = Codes<ConsentCapacity>.Members
            .Where(capacity => capacity != ConsentCapacity.ParentWithResponsibility && Yes(Part($"by-{Codes<ConsentCapacity>.Of(capacity)}")))
            .Select(capacity => new ConsentGiver(capacity, LivesWithChild: false));
        var parents = Enumerable.Range(0, Number(Part("parents")))
            .Select(parent => new ConsentGiver(ConsentCapacity.ParentWithResponsibility, parent == 0 && Yes(Part("home-parent"))));
        return new ConsentFact
        {
            Id = Policies.Cases.CaseFactsReader.IdOf(1, number),
            Version = 1,
            Area = (ConsentArea)Number(Part("area")),
            Givers = [.. givers.Concat(parents)],
            Holders = [new ConsentParty(Yes(Part("holder")) ? (Service)Number("holder") : Other("holder"), string.Empty)],
            Receivers = [new ConsentParty(Yes(Part("receiver")) ? (Service)Number("receiver") : Other("receiver"), string.Empty)],
            Purposes = new MemberSet<Purpose>((ulong)(Bits(Part("purposes")) & Mask<Purpose>())),
            Cells = Cells(Part("cells")),
            From = Yes(Part("in-time")) ? Date() : Date().AddDays(1),
            To = Date().AddDays(1),
            ChildHeard = Yes(Part("heard")),
            ChildAgainst = Yes(Part("against")),
        };
    }

    private Service Other(string party) => Codes<Service>.Members.First(service => (int)service != Number(party));

    private ImmutableArray<ObjectionFact> Objections() => Cells("objected").IsEmpty
        ? []
        : [new ObjectionFact(Policies.Cases.CaseFactsReader.IdOf(2, 1), 1, null, null, Cells("objected"))];

    private ImmutableArray<SecrecyFact> Secrecies()
    {
        var fromReceiver = Cells("kept-from-receiver");
        var fromOther = Cells("kept-here") - fromReceiver;
        SecrecyFact Kept(int number, Service from, CellSet cells) => new(Policies.Cases.CaseFactsReader.IdOf(4, number), 1, null, from, cells);
        return
        [
            .. fromReceiver.IsEmpty ? [] : new[] { Kept(1, (Service)Number("receiver"), fromReceiver) },
            .. fromOther.IsEmpty ? [] : new[] { Kept(2, Other("receiver"), fromOther) },
        ];
    }

    private ImmutableArray<StandingDecisionFact> Standing() => Cells("standing-scope").IsEmpty || !Yes("known-purpose")
        ? []
        : [new StandingDecisionFact(Policies.Cases.CaseFactsReader.IdOf(3, 1), 1, (Service)Number("receiver"), (Purpose)Number("purpose"), Cells("standing-scope"))];

    private static BigInteger Parse(string value) => value switch
    {
        "true" => 1,
        "false" => 0,
        _ when value.StartsWith("#x", StringComparison.Ordinal) => BigInteger.Parse("0" + value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        _ => value[2..].Aggregate(BigInteger.Zero, (number, bit) => (number << 1) + (bit - '0')),
    };

    [GeneratedRegex(@"\((?<name>[a-z][^\s()]*) (?<value>true|false|#x[0-9a-f]+|#b[01]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Pair();
}
