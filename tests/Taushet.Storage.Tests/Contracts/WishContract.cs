using FsCheck.Fluent;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class WishContract : StoreContract
{
    private readonly WishEvent consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);

    private IRegistrar Registrar => Store.Registrar;

    [StoreFact]
    public async Task ReadAsync_GivenConsent_HasItsTermsAndGiver()
    {
        (await Registrar.AppendWishAsync(consent, default)).ShouldBe(1);

        var fact = (await FactsAsync(1)).Consents.Value.ShouldHaveSingleItem();

        var terms = Given.Terms();
        (fact.Id, fact.Version, fact.Area, fact.Cells, fact.Purposes)
            .ShouldBe((consent.Wish, 1, terms.Area, terms.Cells, terms.Purposes));
        (fact.From, fact.To, fact.ChildHeard).ShouldBe((terms.From, terms.To, true));
        fact.Givers.ShouldBe([Given.Parent]);
        fact.Holders.ShouldBe(terms.Holders);
        fact.Receivers.ShouldBe(terms.Receivers);
    }

    [StoreFact]
    public async Task AppendWishAsync_Withdrawn_BindsTheNextRead()
    {
        await Registrar.AppendWishAsync(consent, default);
        await Registrar.AppendWishAsync(Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 5), default);

        (await FactsAsync(1)).Consents.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_OneOfTwoParentsWithdrew_TheOtherStands()
    {
        await Registrar.AppendWishAsync(consent, default);
        await Registrar.AppendWishAsync(Given.Then(consent, 1, ConsentEventKind.Given, giver: 6), default);
        (await FactsAsync(1)).Consents.Value.ShouldHaveSingleItem().Givers.Length.ShouldBe(2);

        await Registrar.AppendWishAsync(Given.Then(consent, 2, ConsentEventKind.Withdrawn, giver: 5), default);

        var fact = (await FactsAsync(1)).Consents.Value.ShouldHaveSingleItem();
        (fact.Givers.Length, fact.Version).ShouldBe((1, 3));
    }

    [StoreFact]
    public async Task ReadAsync_WithdrawnByOneWhoHadNotGiven_NobodyStands()
    {
        await Registrar.AppendWishAsync(consent, default);
        await Registrar.AppendWishAsync(Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 7), default);

        (await FactsAsync(1)).Consents.Value.ShouldBeEmpty();
    }

    [StoreTheory]
    [InlineData(ConsentEventKind.Expired)]
    [InlineData(ConsentEventKind.Lapsed)]
    [InlineData(ConsentEventKind.Replaced)]
    public async Task ReadAsync_EndedConsent_StaysEnded(ConsentEventKind end)
    {
        await Registrar.AppendWishAsync(consent, default);
        await Registrar.AppendWishAsync(Given.Then(consent, 1, end, giver: null), default);
        await Registrar.AppendWishAsync(Given.Then(consent, 2, ConsentEventKind.Confirmed, giver: 5), default);

        (await FactsAsync(1)).Consents.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_PastItsLastDay_IsGone()
    {
        await Registrar.AppendWishAsync(consent, default);
        var last = Given.Terms().To;

        (await FactsAsync(1, query => query with { LawDate = last })).Consents.Value.ShouldHaveSingleItem();
        (await FactsAsync(1, query => query with { LawDate = last.AddDays(1) })).Consents.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_Objection_IsDirectedAndInForceOnlyInItsPeriod()
    {
        var objection = consent with { Kind = WishKind.Objection, Terms = Given.Terms() with { Receivers = [] } };
        await Registrar.AppendWishAsync(objection, default);

        var facts = await FactsAsync(1);
        var before = await FactsAsync(1, query => query with { LawDate = Given.Terms().From.AddDays(-1) });

        var fact = facts.Objections.Value.ShouldHaveSingleItem();
        (fact.Holder, fact.Receiver, fact.Cells).ShouldBe((Service.PrimarySchool, null, Given.Terms().Cells));
        facts.Consents.Value.ShouldBeEmpty();
        before.Objections.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_ObjectionWithdrawnByAnother_StillCloses()
    {
        var objection = consent with { Kind = WishKind.Objection };
        await Registrar.AppendWishAsync(objection, default);
        await Registrar.AppendWishAsync(Given.Then(objection, 1, ConsentEventKind.Withdrawn, giver: 7), default);
        (await FactsAsync(1)).Objections.Value.ShouldHaveSingleItem();

        await Registrar.AppendWishAsync(Given.Then(objection, 2, ConsentEventKind.Withdrawn, giver: 5), default);
        (await FactsAsync(1)).Objections.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_SecrecyThatNamesNobody_ClosesTowardsTheParents()
    {
        var secrecy = consent with
        {
            Kind = WishKind.Secrecy,
            Terms = Given.Terms() with { Holders = [], Receivers = [] },
        };
        await Registrar.AppendWishAsync(secrecy, default);

        var facts = await FactsAsync(1);
        facts.Secrecies.Value.Select(fact => (fact.Holder, fact.KeptFrom)).ShouldBe(
            [(null, Service.ParentWithResponsibility), (null, Service.ParentWithoutResponsibility)]);
        facts.Objections.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_SecrecyNamesTheFosterHome_ClosesTowardsItAndOnlyAtItsHolder()
    {
        var secrecy = consent with
        {
            Kind = WishKind.Secrecy,
            Terms = Given.Terms() with { Receivers = [new ConsentParty(Service.FosterParentOrInstitution, string.Empty)] },
        };
        await Registrar.AppendWishAsync(secrecy, default);

        (await FactsAsync(1)).Secrecies.Value.Select(fact => (fact.Holder, fact.KeptFrom)).ShouldBe(
            [(Service.PrimarySchool, Service.FosterParentOrInstitution)]);
    }

    [StoreFact]
    public async Task AppendWishAsync_VersionNotSeen_IsAConflictAndStoresNothing()
    {
        await Registrar.AppendWishAsync(consent, default);
        await Registrar.AppendWishAsync(Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 5), default);

        var conflict = await Should.ThrowAsync<VersionConflictException>(
            () => Registrar.AppendWishAsync(Given.Then(consent, 1, ConsentEventKind.Confirmed, giver: 5), default));

        (conflict.Expected, conflict.Actual).ShouldBe((1, 2));
        (await FactsAsync(1)).Consents.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task AppendWishAsync_AnotherChildsWish_IsRefused()
    {
        await Registrar.AppendWishAsync(consent, default);
        var stranger = Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 5) with { Subject = People.Number(9) };

        await Should.ThrowAsync<ArgumentException>(() => Registrar.AppendWishAsync(stranger, default));
    }

    [StoreFact]
    public async Task AppendWishAsync_AnyHistory_StandsAsThePlainReadingSays()
    {
        var sample = Gen.Choose(0, 11).ArrayOf(6).Sample(60);
        foreach (var steps in sample)
        {
            var wish = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);
            await Registrar.AppendWishAsync(wish, default);
            var standing = new HashSet<int> { 5 };
            var ended = false;
            for (var i = 0; i < steps.Length; i++)
            {
                var giver = 5 + (steps[i] % 3);
                var happened = (steps[i] / 3) switch
                {
                    0 => ConsentEventKind.Given,
                    1 => ConsentEventKind.Withdrawn,
                    2 => ConsentEventKind.Confirmed,
                    _ => ConsentEventKind.Lapsed,
                };
                await Registrar.AppendWishAsync(
                    Given.Then(wish, i + 1, happened, happened == ConsentEventKind.Lapsed ? null : giver), default);
                ended |= happened == ConsentEventKind.Lapsed;
                if (happened == ConsentEventKind.Withdrawn && !standing.Remove(giver))
                {
                    standing.Clear();
                }
                else if (happened is ConsentEventKind.Given or ConsentEventKind.Confirmed)
                {
                    standing.Add(giver);
                }
            }

            var expected = ended ? 0 : standing.Count;
            var read = (await FactsAsync(1)).Consents.Value.SingleOrDefault(fact => fact.Id == wish.Wish);
            (read?.Givers.Length ?? 0).ShouldBe(expected, string.Join(' ', steps));
        }
    }
}
