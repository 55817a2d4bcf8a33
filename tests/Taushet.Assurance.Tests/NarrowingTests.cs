using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Assurance.Writing;

namespace Taushet.Assurance.Tests;

/// <summary>What can only narrow, and what can only widen, by the real book: tried on requests drawn from the rules' own boundaries.</summary>
public sealed class NarrowingTests
{
    private const int Requests = 3_000;

    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    // A hidden address that nobody registered does not exist: towards others than parents it closes only when it is known (bvl-7-2-hidden-address-others).
    [Fact]
    public void AFactThatIsNotKnownNeverOpensWhatIsNotOwed() => Holds((request, facts) =>
    {
        var known = Decide(request, facts);
        return Unknowing(facts).All(less => NoMore(Decide(request, less), known, owedToo: false));
    });

    [Fact]
    public void AFactThatIsNotKnownNeverTakesAnythingFromAReport() => Holds((request, facts) =>
    {
        var known = Decide(request, facts);
        return request.Flow == Flow.Pull
            || IsPrivate(request.Receiver.Service)
            || Unknowing(facts).Append(facts with { HiddenAddress = default }).All(less => Decide(request, less).Must.Covers(OwnDuties(known)));
    });

    // What the child keeps from its guardians it may consent to alone (pbrl § 4-3 c): its own consents are left out.
    [Fact]
    public void AWishOrAShieldNeverOpensWhatIsNotOwed() => Holds((request, facts) =>
    {
        var others = facts with { Consents = facts.Consents.Or([]).RemoveAll(consent => consent.Givers.Any(giver => giver.Capacity == ConsentCapacity.Self)) };
        var before = Decide(request, others);
        return Closing(request, others).All(closed => NoMore(Decide(request, closed), before, owedToo: true));
    });

    // Under a strict grading the graded address is owed in the place of the ordinary one.
    [Fact]
    public void AWishOrAShieldNeverTakesAnythingFromADutyOfTheHoldersOwn() => Holds((request, facts) =>
    {
        var owed = OwnDuties(Decide(request, facts)) - CellCategories.WithTopics(Cell.Address);
        return request.Flow == Flow.Pull
            || IsPrivate(request.Receiver.Service)
            || Closing(request, facts).All(closed => Decide(request, closed).Must.Covers(owed));
    });

    [Fact]
    public void WithdrawingAConsentNeverOpens() => Holds((request, facts) =>
    {
        var before = Decide(request, facts);
        return facts.Consents.Or([]).All(consent =>
            Decide(request, facts with { Consents = facts.Consents.Value.Remove(consent) }) is var after
            && before.Released.Covers(after.Released)
            && after.Must == before.Must);
    });

    [Fact]
    public void WhatIsMoreCertainNeverNarrowsADuty() => Holds((request, facts) =>
    {
        var before = Decide(request, facts).Must;
        return MoreCertain(request.Evidence).All(evidence => Decide(request with { Evidence = evidence }, facts).Must.Covers(before));
    });

    private static IEnumerable<Facts> Unknowing(Facts facts) =>
    [
        facts with { Age = default },
        facts with { Dead = default },
        facts with { Grading = default },
        facts with { Care = default },
        facts with { ContactBan = default },
        facts with { Responsibility = default },
        facts with { Consents = default },
        facts with { Objections = default },
        facts with { Secrecies = default },
        facts with { StandingDecisions = default },
    ];

    private static IEnumerable<Facts> Closing(Request request, Facts facts)
    {
        var all = request.Needs.All;
        if (facts.Objections.IsKnown)
        {
            yield return facts with { Objections = facts.Objections.Value.Add(new ObjectionFact(Guid.Empty, 1, null, null, all)) };
        }

        if (facts.Secrecies.IsKnown)
        {
            yield return facts with { Secrecies = facts.Secrecies.Value.Add(new SecrecyFact(Guid.Empty, 1, null, Service.ParentWithResponsibility, all)) };
        }

        yield return facts with { HiddenAddress = true };
        yield return facts with { ContactBan = true };
        yield return facts with { Grading = Grading.StrictlyConfidential };
    }

    private static IEnumerable<Evidence> MoreCertain(Evidence evidence)
    {
        if (evidence.Report is { Certainty.IsKnown: true } report)
        {
            foreach (var certainty in Above(report.Certainty.Value))
            {
                yield return evidence with { Report = report with { Certainty = certainty } };
            }
        }

        if (evidence.Avert is { Certainty.IsKnown: true } avert)
        {
            foreach (var certainty in Above(avert.Certainty.Value))
            {
                yield return evidence with { Avert = avert with { Certainty = certainty } };
            }
        }

        if (evidence.Pregnancy is { DamageLikely.IsKnown: true } pregnancy)
        {
            foreach (var certainty in Above(pregnancy.DamageLikely.Value))
            {
                yield return evidence with { Pregnancy = new PregnancyEvidence(certainty) };
            }
        }

        if (evidence.Order is { } order)
        {
            foreach (var level in Codes<EvidenceLevel>.Members.Where(level => level > order.Level))
            {
                yield return evidence with { Order = order with { Level = level } };
            }
        }
    }

    private static IEnumerable<Certainty> Above(Certainty certainty) => Codes<Certainty>.Members.Where(more => more > certainty);

    /// <summary>Whether what is given beside the duties was given before, and in no greater extent.</summary>
    private static bool NoMore(Decision after, Decision before, bool owedToo)
    {
        var opened = after.MayOnRequest | (after.HolderMayGive & after.HolderDecided);
        var given = before.Released | (owedToo ? CellSet.Empty : before.ByHand);
        return given.Covers(opened) && (opened - after.Relevant & before.Relevant).IsEmpty;
    }

    private static CellSet OwnDuties(Decision decision) => decision.Applied
        .Where(applied => applied.Rule is { Step: Step.Duty, OwnInitiative: true, Outcome: Outcome.Must } && !applied.Near)
        .Aggregate(CellSet.Empty, (owed, applied) => owed | applied.Cells);

    private static Decision Decide(Request request, Facts facts) => Decider.Decide(request, facts, Policies);

    private static bool IsPrivate(Service service) => (int)service > 100;

    private static void Holds(Func<Request, Facts, bool> sentence)
    {
        var draw = new RequestDraw(Policies, 23);
        for (var number = 1; number <= Requests; number++)
        {
            var (request, facts) = draw.Next();
            if (!sentence(request, facts))
            {
                Assert.Fail(CaseText.Of($"seed-23-{number}", "Breaks the sentence", request, facts, Expectations.Of(Decide(request, facts))));
            }
        }
    }
}
