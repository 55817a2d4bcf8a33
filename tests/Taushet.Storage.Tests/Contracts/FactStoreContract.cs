using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class FactStoreContract : StoreContract
{
    [StoreFact]
    public async Task ReadAsync_UnknownChild_KnowsNothingButThatNothingIsRecorded()
    {
        var gathered = await GatherAsync(1);

        gathered.Versions.ShouldBe(new FactVersions(0, 0, RegistryFresh: false));
        (gathered.Facts with { Consents = default, Objections = default, Secrecies = default, StandingDecisions = default }).ShouldBe(Facts.None);
        gathered.Facts.Consents.Value.ShouldBeEmpty();
        gathered.Facts.Objections.Value.ShouldBeEmpty();
        gathered.Facts.StandingDecisions.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_ImportedChild_HasWhatTheRegistrySays()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);

        var facts = await FactsAsync(1);

        facts.Age.ShouldBe(14);
        facts.Dead.ShouldBe(false);
        facts.Grading.ShouldBe(Grading.Ungraded);
        facts.Responsibility.ShouldBe(ParentalResponsibility.JointTogether);
        facts.Care.ShouldBe(Known<CareSituation>.Unknown);
    }

    [StoreFact]
    public async Task ReadAsync_BornOn29February_IsOlderOn1MarchInCommonYears()
    {
        var person = Given.Person(1) with { BirthDate = new DateOnly(2012, 2, 29) };
        await Store.Registrar.ImportAsync([person], Given.Instant, default);

        (await FactsAsync(1, query => query with { LawDate = new DateOnly(2027, 2, 28) })).Age.ShouldBe(14);
        (await FactsAsync(1, query => query with { LawDate = new DateOnly(2027, 3, 1) })).Age.ShouldBe(15);
    }

    [StoreFact]
    public async Task ReadAsync_FeedOlderThanAllowed_MakesOnlyTheGradingUnknown()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant.AddMinutes(-61), default);

        var stale = await GatherAsync(1);
        var fresh = await GatherAsync(1, query => query with { RegistryMaxAge = TimeSpan.FromMinutes(61) });

        stale.Versions.RegistryFresh.ShouldBeFalse();
        fresh.Versions.RegistryFresh.ShouldBeTrue();
        stale.Facts.Grading.IsKnown.ShouldBeFalse();
        stale.Facts.Age.ShouldBe(14);
        fresh.Facts.Grading.ShouldBe(Grading.Ungraded);
    }

    [StoreFact]
    public async Task ReadAsync_RegistryDoesNotSay_IsUnknown()
    {
        var person = Given.Person(1) with { Grading = null, BirthDate = null, Responsibility = null };
        await Store.Registrar.ImportAsync([person], Given.Instant, default);

        var facts = await FactsAsync(1);

        facts.Grading.IsKnown.ShouldBeFalse();
        facts.Age.IsKnown.ShouldBeFalse();
        facts.Responsibility.IsKnown.ShouldBeFalse();
    }

    [StoreFact]
    public async Task ReadAsync_BirthDateAhead_IsNoAge()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);

        (await FactsAsync(1, query => query with { LawDate = new DateOnly(2012, 3, 31) })).Age.IsKnown.ShouldBeFalse();
    }

    [StoreFact]
    public async Task ReadAsync_CareThatBeginsLater_IsNotYet()
    {
        var number = People.Number(1);
        await Store.Registrar.RegisterCareAsync(
            number, new CareRow(CareSituation.EmergencyOrder, HiddenAddress: true, ContactBan: false, Given.Today), default);
        await Store.Registrar.RegisterCareAsync(
            number, new CareRow(CareSituation.CareOrder, HiddenAddress: false, ContactBan: true, Given.Today.AddDays(1)), default);

        var today = await FactsAsync(1);
        var tomorrow = await FactsAsync(1, query => query with { LawDate = Given.Today.AddDays(1) });
        var yesterday = await FactsAsync(1, query => query with { LawDate = Given.Today.AddDays(-1) });

        (today.Care, today.HiddenAddress, today.ContactBan).ShouldBe((CareSituation.EmergencyOrder, true, false));
        (tomorrow.Care, tomorrow.HiddenAddress, tomorrow.ContactBan).ShouldBe((CareSituation.CareOrder, false, true));
        yesterday.Care.IsKnown.ShouldBeFalse();
    }

    [StoreFact]
    public async Task ReadAsync_ReferenceThatReadsLikeANumber_IsNotThatPerson()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);

        var facts = await FactsAsync(1, query => query with { Subject = new SubjectKey(null, People.Number(1)) });

        facts.Age.IsKnown.ShouldBeFalse();
    }

    [StoreFact]
    public async Task ReadAsync_StandingDecision_OnlyTheNewestVersionInForceTowardsTheReceiver()
    {
        var id = Guid.NewGuid();
        await Store.Registrar.RecordAsync(Given.Standing(id, 1, Cell.Attendance), default);
        await Store.Registrar.RecordAsync(Given.Standing(id, 2, Cell.ChildSchooling), default);

        var facts = await FactsAsync(1);
        var elsewhere = await FactsAsync(1, query => query with { Receiver = Given.Receiver with { Service = Service.Barnevern } });
        var later = await FactsAsync(1, query => query with { LawDate = Given.Today.AddDays(31) });

        facts.StandingDecisions.Value.ShouldHaveSingleItem().Version.ShouldBe(2);
        facts.StandingDecisions.Value[0].Cells.ShouldBe(CellSet.Of(Cell.ChildSchooling));
        elsewhere.StandingDecisions.Value.ShouldBeEmpty();
        later.StandingDecisions.Value.ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ReadAsync_NumberReplaced_BothNumbersAreTheSamePerson()
    {
        var consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
        await Store.Registrar.AppendWishAsync(consent, default);
        var before = await GatherAsync(1);

        await Store.Registrar.ReplaceNumberAsync(People.Number(1), People.Number(2), Given.Instant, default);
        await Store.Registrar.ImportAsync([Given.Person(2)], Given.Instant, default);

        (await FactsAsync(1)).Consents.Value.ShouldHaveSingleItem().Id.ShouldBe(consent.Wish);
        (await FactsAsync(2)).Consents.Value.ShouldHaveSingleItem().Id.ShouldBe(consent.Wish);
        (await FactsAsync(1)).Age.ShouldBe(14);
        (await AppendAsync(1, before.Versions)).ShouldBeOfType<AppendResult.FactsChanged>();
    }
}
