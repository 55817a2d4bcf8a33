using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Assurance.Tests;

/// <summary>Sentences about all requests (13.3), tried on requests drawn from the rules' own boundaries.</summary>
public sealed class SentenceTests
{
    private const int Requests = 4_000;

    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    private static readonly CellSet ByHandOnly = CellCategories.WithTopics(Cell.GradedAddress, Cell.Adoption, Cell.PrivateReporter);

    private static readonly CellSet Identifying = CellCategories.WithTopics(Cell.Identity, Cell.Address, Cell.ClientRelation)
        | CellSet.Of([.. Codes<Cell>.Members.Where(cell => Codes<Cell>.Of(cell).StartsWith("X_", StringComparison.Ordinal))]);

    // 1: No basis of any kind releases ADDR_GRADED, X_ADOPT or a private X_REP without a human.
    [Fact]
    public void NoBasisOfAnyKindReleasesAGradedAddressAdoptionOrAPrivateReporterWithoutAHuman() =>
        Holds((request, facts) => !Decide(request, facts).Released.Meets(ByHandOnly));

    // 1: No shield ever turns a push under a duty into no message.
    [Fact]
    public void NoShieldEverTurnsAPushUnderADutyIntoNoMessage() =>
        Holds((request, facts) =>
        {
            var unshielded = facts with { Grading = Grading.Ungraded, HiddenAddress = false, ContactBan = false };
            return request.Flow != Flow.Push
                || IsPrivate(request.Receiver.Service)
                || Decide(request, unshielded).Must.IsEmpty
                || !Decide(request, facts).Must.IsEmpty;
        });

    // 5: An organisation-level approval flag never changes a meldeplikt or avvergeplikt outcome.
    [Fact]
    public void AnOrganisationsDecisionNeverChangesAMust() =>
        Holds((request, facts) =>
        {
            var with = Decide(request, facts);
            var without = Decide(
                request with { Evidence = request.Evidence with { HolderDecision = null } },
                facts with { StandingDecisions = ImmutableArray<StandingDecisionFact>.Empty });
            return with.Must == without.Must && with.ByHand == without.ByHand;
        });

    // 13: Anonymised release contains no ID_CORE, ADDR, REL or X_*.
    [Fact]
    public void AnonymisedReleaseContainsNothingThatIdentifies() =>
        Holds((request, facts) => Decide(request, facts).Applied
            .All(applied => applied.Rule.Step != Step.Anonymised || applied.Near || !applied.Cells.Meets(Identifying)));

    // 16: MAY_BY_HOLDER without a recorded decision releases exactly what WITHHOLD releases.
    [Fact]
    public void TheHoldersChoiceWithoutADecisionReleasesExactlyWhatSilenceReleases() =>
        Holds((request, facts) =>
        {
            var undecided = Decide(
                request with { Evidence = request.Evidence with { HolderDecision = null } },
                facts with { StandingDecisions = ImmutableArray<StandingDecisionFact>.Empty });
            return !undecided.Released.Meets(undecided.HolderMayGive - undecided.Must);
        });

    // 18: The endangerment step never changes what BVT, POL, emergency services or KHO receive under a duty.
    [Fact]
    public void EndangermentNeverChangesWhatAServiceReceives()
    {
        var calm = new PolicySet(Policies.Hash, Policies.Rules.Where(rule => rule.Step != Step.Endangerment), Policies.Givers, Policies.Needs);
        Holds((request, facts) =>
            IsPrivate(request.Receiver.Service)
            || (Decide(request, facts).Must == Decider.Decide(request, facts, calm).Must
                && Decide(request, facts).Released == Decider.Decide(request, facts, calm).Released));
    }

    private static Decision Decide(Request request, Facts facts) => Decider.Decide(request, facts, Policies);

    private static bool IsPrivate(Service service) => (int)service > 100;

    private static void Holds(Func<Request, Facts, bool> sentence)
    {
        var draw = new RequestDraw(Policies, 17);
        for (var number = 1; number <= Requests; number++)
        {
            var (request, facts) = draw.Next();
            sentence(request, facts).ShouldBeTrue($"request {number} of seed 17");
        }
    }
}
