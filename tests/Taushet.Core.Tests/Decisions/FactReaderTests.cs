using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

/// <summary>Each slot, probed by a rule: what it reads when the fact is known, unknown, or its evidence absent.</summary>
public sealed class FactReaderTests
{
    private static readonly Request Plain = Asks.Push(Cell.Incident);

    public static TheoryData<FactSlot> Slots() => [.. Enum.GetValues<FactSlot>()];

    [Theory]
    [MemberData(nameof(Slots))]
    public void Read_KnownFact_ItsNumber(FactSlot slot)
    {
        var (request, facts, number) = Stated.For(slot);

        if (number is { } expected)
        {
            Holds(new Condition.In(slot, [expected]), request, facts).ShouldBe(Truth.True);
            Holds(new Condition.In(slot, [expected + 1, expected - 1]), request, facts).ShouldBe(Truth.False);
        }
        else
        {
            IsUnknown(slot, request, facts).ShouldBeTrue("a consent's slots are known only while it is tested");
        }
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public void Read_NothingStatedAndNothingKnown_Unknown(FactSlot slot)
    {
        var request = Plain with { Holder = Unregistered(Plain.Holder), Receiver = Unregistered(Plain.Receiver) };

        IsUnknown(slot, request, Facts.None).ShouldBe(slot is not FactSlot.Unborn);
    }

    [Theory]
    [MemberData(nameof(Slots))]
    public void Read_EvidenceBroughtWithNothingInIt_UnknownButWhatItAlwaysSays(FactSlot slot)
    {
        var always = slot is FactSlot.OrderComplete or FactSlot.OrderLevel or FactSlot.FeedbackReference
            or FactSlot.AuthorityReference or FactSlot.MandateReference or FactSlot.Unborn or FactSlot.HolderForm;

        IsUnknown(slot, Plain.Bring(Stated.Emptily) with { Receiver = Unregistered(Plain.Receiver) }, Facts.None)
            .ShouldBe(!always);
    }

    [Theory]
    [InlineData(17, false, Truth.True)]
    [InlineData(18, false, Truth.False)]
    [InlineData(null, false, Truth.True)]
    [InlineData(17, true, Truth.False)]
    [InlineData(null, true, Truth.False)]
    public void Child_UnderADuty_UnknownAgeCountsAsAChild(int? age, bool unborn, Truth child)
    {
        var duty = Rules.Duty("d", Cell.Incident) with { When = Conditions.Yes(FactSlot.Child) };
        var facts = Facts.None with { Age = age is { } years ? years : default(Known<int>) };

        Law.Of(duty).Decides(Plain with { Unborn = unborn }, facts).Must.IsEmpty.ShouldBe(child != Truth.True);
    }

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void OrderComplete_APartIsMissing_No(bool reference, bool necessity, bool scope)
    {
        var order = Asks.Order() with
        {
            HasReference = reference,
            HasNecessity = necessity,
            Scope = scope ? CellSet.All : CellSet.Empty,
        };

        Holds(Conditions.No(FactSlot.OrderComplete), Plain.Bring(new Evidence { Order = order }), Facts.None)
            .ShouldBe(Truth.True);
    }

    private static PartyRef Unregistered(PartyRef party) => party with { Form = default };

    private static bool IsUnknown(FactSlot slot, Request request, Facts facts) =>
        Holds(new Condition.Between(slot, int.MinValue, int.MaxValue), request, facts) == Truth.Unknown;

    private static Truth Holds(Condition condition, Request request, Facts facts)
    {
        var probe = Rules.Opening("probe", Cell.Incident) with { When = condition };
        var applied = Law.Of(probe).Decides(request, facts).Applied;
        return applied.IsEmpty ? Truth.False : applied[0].Near ? Truth.Unknown : Truth.True;
    }
}
