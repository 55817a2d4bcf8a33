using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Requests;

public sealed class RequestTests
{
    [Fact]
    public void Invoked_EvidenceOfADuty_ImpliesItsBasis()
    {
        Invoked(new Evidence { Order = Asks.Order() }).ShouldBe(Basis.BarnevernOrder);
        Invoked(new Evidence { Report = Asks.Report }).ShouldBe(Basis.DutyToReport);
        Invoked(new Evidence { Avert = new(default, default, default, default, default) }).ShouldBe(Basis.DutyToAvert);
        Invoked(new Evidence { Danger = new(default, default, default) }).ShouldBe(Basis.EmergencyNotice);
        Invoked(new Evidence { Pregnancy = new(default) }).ShouldBe(Basis.PregnancyNotice);
        Invoked(new Evidence { Feedback = new(HasReference: false, default, default, default) })
            .ShouldBe(Basis.FeedbackToReporter);
    }

    [Fact]
    public void Invoked_NoEvidence_WhatWasAsserted()
    {
        var request = Asks.Pull();

        request.Invoked.ShouldBe(request.Asserted);
    }

    private static Basis Invoked(Evidence evidence)
    {
        var request = Asks.Pull().Bring(evidence);
        return (request.Invoked - request.Asserted).ToList().ShouldHaveSingleItem();
    }
}
