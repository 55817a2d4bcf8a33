using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class VersionContract : StoreContract
{
    [StoreFact]
    public async Task EveryChange_RaisesTheCounterOfItsSubjectOrHolder()
    {
        var consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);
        var decision = Guid.NewGuid();
        var care = new CareRow(CareSituation.Parents, HiddenAddress: false, ContactBan: false, Given.Today);
        await RaisesSubject(() => Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default));
        await RaisesSubject(() => Store.Registrar.ImportAsync(
            [Given.Person(1) with { Grading = Grading.Confidential }], Given.Instant, default));
        await RaisesSubject(() => Store.Registrar.RegisterCareAsync(People.Number(1), care, default));
        await RaisesSubject(() => Store.Registrar.RegisterCareAsync(People.Number(1), care with { ContactBan = true }, default));
        await RaisesSubject(() => Store.Registrar.AppendWishAsync(consent, default));
        await RaisesSubject(() => Store.Registrar.AppendWishAsync(
            Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 5), default));
        await RaisesSubject(() => Store.Registrar.ReplaceNumberAsync(People.Number(3), People.Number(1), Given.Instant, default));
        await RaisesHolder(() => Store.Registrar.RecordAsync(Given.Standing(decision, 1, Cell.Attendance), default));
        await RaisesHolder(() => Store.Registrar.RecordAsync(Given.Standing(decision, 2), default));
    }

    [StoreFact]
    public async Task ImportAsync_NothingNew_DisturbsNobody()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
        var before = await GatherAsync(1);

        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant.AddMinutes(1), default);

        (await GatherAsync(1)).Versions.ShouldBe(before.Versions);
    }

    [StoreFact]
    public async Task ImportAsync_FeedThatGoesBack_IsRefusedWhole()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);

        await Should.ThrowAsync<InvalidOperationException>(() => Store.Registrar.ImportAsync(
            [Given.Person(1) with { Grading = Grading.Confidential }], Given.Instant.AddMinutes(-1), default));

        (await FactsAsync(1)).Grading.ShouldBe(Grading.Ungraded);
    }

    [StoreFact]
    public async Task RecordAsync_VersionAlreadyThere_IsAConflict()
    {
        var id = Guid.NewGuid();
        await Store.Registrar.RecordAsync(Given.Standing(id, 2), default);

        await Should.ThrowAsync<VersionConflictException>(() => Store.Registrar.RecordAsync(Given.Standing(id, 2), default));
    }

    private async Task RaisesSubject(Func<Task> change)
    {
        var before = (await GatherAsync(1)).Versions;
        var other = (await GatherAsync(2)).Versions;
        await change();
        (await GatherAsync(1)).Versions.Subject.ShouldBeGreaterThan(before.Subject);
        (await GatherAsync(2)).Versions.Subject.ShouldBe(other.Subject);
        (await AppendAsync(1, before)).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    private async Task RaisesHolder(Func<Task> change)
    {
        var before = (await GatherAsync(1)).Versions;
        await change();
        (await GatherAsync(1)).Versions.Holder.ShouldBeGreaterThan(before.Holder);
        (await AppendAsync(1, before)).ShouldBeOfType<AppendResult.FactsChanged>();
    }
}
