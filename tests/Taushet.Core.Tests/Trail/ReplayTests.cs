using Taushet.Core.Duties;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Trail;

public sealed class ReplayTests
{
    // INVARIANT: an old entry decided again by the rules of then has the same decision, byte for byte.
    [Fact]
    public void Write_RecordedDecision_IsTheSameByteForByte() => AnyWorld.Holds(world =>
    {
        var recorded = DecisionText.Write(world.Decide());
        return Replay.Write(EntryKind.Request, SnapshotText.Write(world.Request, world.Facts), world.Law) == recorded;
    });

    [Fact]
    public void Write_AssessmentOfDuties_IsTheSameByteForByte()
    {
        var law = Law.Of(Rules.OwnDuty("report", Cell.Incident) with { Receivers = ServiceSet.Of(Service.Barnevern) });
        var seen = Asks.Push(Cell.Incident) with { Receiver = Asks.School };

        var again = Replay.Write(EntryKind.AssessDuty, SnapshotText.Write(seen, Facts.None), law);

        again.ShouldBe(DutyText.Write(DutyCheck.Find(seen, Facts.None, law)));
        again.ShouldContain("owed report to BVT");
    }

    [Fact]
    public void Decides_WhatIsNoDecision_IsNotReplayed()
    {
        Replay.Decides(EntryKind.Denied).ShouldBeFalse();
        Replay.Decides(EntryKind.StandingDecisionRecorded).ShouldBeFalse();
        Replay.Decides(EntryKind.Explain).ShouldBeTrue();
    }
}
