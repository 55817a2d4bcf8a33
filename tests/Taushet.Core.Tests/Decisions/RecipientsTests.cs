using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class RecipientsTests
{
    private static readonly Rule Opening = Rules.Opening("o", Cell.Incident);

    [Theory]
    [InlineData(Truth.True, false)]
    [InlineData(Truth.Unknown, false)]
    [InlineData(Truth.False, true)]
    public void Limit_Condition_ClosesUnlessFalse(Truth truth, bool opened)
    {
        var law = Law.Of(Rules.Recipient("r") with { When = Conditions.That(truth) }, Opening);

        law.Decides(Asks.Pull(Cell.Incident)).Released.IsEmpty.ShouldBe(!opened);
    }

    [Fact]
    public void Limit_RuleMadeForTheReceiver_IsLetThrough()
    {
        var law = Law.Of(Rules.Recipient("r", "o"), Opening, Rules.Opening("other", Cell.Attendance));

        law.Decides(Asks.Pull(Cell.Incident, Cell.Attendance)).Released.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void Limits_OneOfTwoDoesNotAdmit_Closed()
    {
        var law = Law.Of(Rules.Recipient("r1", "o"), Rules.Recipient("r2"), Opening);

        law.Decides(Asks.Pull(Cell.Incident)).Released.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Limit_OnConsent_ClosesToo()
    {
        var consented = Children.With(Children.Consent(Cell.Incident));
        var consent = Rules.Consent("c", Cell.Incident);

        Law.Of(Rules.Recipient("r"), consent).Decides(Asks.Pull(Cell.Incident), consented).Released.IsEmpty.ShouldBeTrue();
        Law.Of(Rules.Recipient("r", "c"), consent).Decides(Asks.Pull(Cell.Incident), consented)
            .Released.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void Limit_OnADuty_ChangesNothing()
    {
        var law = Law.Of(Rules.Recipient("r"), Rules.Duty("d", Cell.Incident));

        law.Decides(Asks.Pull(Cell.Incident)).Must.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void Limit_Refusal_CitesIt()
    {
        var law = Law.Of(Rules.Recipient("r"), Opening, Rules.Base("b"));

        var why = Explanation.Of(law.Decides(Asks.Pull(Cell.Incident)), Cell.Incident);

        why.DecidingRule!.Id.ShouldBe("r");
    }
}
