using FsCheck.Fluent;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class PersonFeedContract : StoreContract
{
    private static readonly Grading[] Gradings =
        [Grading.Ungraded, Grading.Confidential, Grading.StrictlyConfidential, Grading.StrictlyConfidentialAbroad];

    [StoreFact]
    public async Task WriteAsync_EventOfOneMatter_LeavesTheOthersAsTheyAre()
    {
        await WriteAsync(All(1, at: 0));

        await WriteAsync(Graded(1, at: 1, Grading.StrictlyConfidentialAbroad));

        var facts = await FreshFactsAsync(1);
        (facts.Age, facts.Grading, facts.Responsibility, facts.Dead)
            .ShouldBe((14, Grading.StrictlyConfidentialAbroad, ParentalResponsibility.JointTogether, false));
    }

    [StoreFact]
    public async Task WriteAsync_ResponsibilityTheRegistryDoesNotKnow_IsNoLongerKnown()
    {
        await WriteAsync(All(1, at: 0));

        await WriteAsync(Of(1, at: 1) with { Responsibility = Told<ParentalResponsibility>.Unknown });

        var facts = await FreshFactsAsync(1);
        facts.Responsibility.IsKnown.ShouldBeFalse();
        facts.Age.ShouldBe(14);
    }

    [StoreFact]
    public async Task WriteAsync_Death_IsKnownFromItsDay()
    {
        await WriteAsync(All(1, at: 0) with { DeathDate = Told<DateOnly>.Of(Given.Today) });

        (await FreshFactsAsync(1)).Dead.ShouldBe(true);
        (await FactsAsync(1, query => query with { LawDate = Given.Today.AddDays(-1) })).Dead.ShouldBe(false);
    }

    /// <summary>INVARIANT: what the registry said later is never overwritten by what it said earlier, in whatever order it arrives.</summary>
    [StoreFact]
    public async Task WriteAsync_EventsInAnyOrderAndBatches_TheLatestOfEachMatterStands()
    {
        var orders = Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).Sample(12).ToList();
        for (var child = 0; child < orders.Count; child++)
        {
            foreach (var batch in orders[child].Chunk(1 + (child % 4)))
            {
                await WriteAsync([.. batch.Select(at => at % 2 == 0
                    ? Graded(child, at, Gradings[at / 2])
                    : Of(child, at) with { BirthDate = Told<DateOnly>.Of(new DateOnly(2010, 4, 1).AddYears(at / 2)) })]);
            }

            var facts = await FreshFactsAsync(child);
            var order = string.Join(' ', orders[child]);
            facts.Grading.ShouldBe(Gradings[3], order);
            facts.Age.ShouldBe(13, order);
        }
    }

    [StoreFact]
    public async Task WriteAsync_SameMoment_TheLaterInTheBatchStandsAndAgainChangesNothing()
    {
        PersonEvent[] batch = [All(1, at: 0), Graded(1, at: 0, Grading.Confidential)];
        (await Store.Persons.WriteAsync(batch, default)).ShouldBe(1);
        var before = await GatherAsync(1);

        (await Store.Persons.WriteAsync(batch, default)).ShouldBe(0);

        (await GatherAsync(1)).Versions.ShouldBe(before.Versions);
        (await FreshFactsAsync(1)).Grading.ShouldBe(Grading.Confidential);
    }

    [StoreFact]
    public async Task WriteAsync_ChangeOfGrading_FailsAnAppendThatReliedOnTheOneBefore()
    {
        await WriteAsync(All(1, at: 0));
        var before = await GatherAsync(1);
        await WriteAsync(Of(1, at: 1) with { BirthDate = Told<DateOnly>.Of(new DateOnly(2012, 4, 1)) });
        (await AppendAsync(1, before.Versions)).ShouldBeOfType<AppendResult.Stored>();

        await WriteAsync(Graded(1, at: 2, Grading.StrictlyConfidential));

        (await AppendAsync(1, before.Versions)).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    [StoreFact]
    public async Task WriteAsync_FormerNumbers_LeadToTheCurrentOneWithWhatWasKnown()
    {
        await WriteAsync(All(1, at: 0) with { Grading = Told<Grading>.Of(Grading.StrictlyConfidential) });
        await Store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), child: 1, giver: 5), default);
        var change = Of(2, at: 1) with { FormerNumbers = [People.Number(1)] };

        await WriteAsync(change);
        await WriteAsync(change);

        foreach (var number in new[] { 1, 2 })
        {
            var facts = await FreshFactsAsync(number);
            (facts.Age, facts.Grading).ShouldBe((14, Grading.StrictlyConfidential));
            facts.Consents.Value.ShouldHaveSingleItem();
        }

        await WriteAsync(Graded(1, at: 2, Grading.Ungraded));
        (await FreshFactsAsync(2)).Grading.ShouldBe(Grading.Ungraded);
    }

    [StoreFact]
    public async Task WriteAsync_FormerAndCurrentNumberInOneBatch_AreOnePerson()
    {
        await WriteAsync(Of(2, at: 0) with { FormerNumbers = [People.Number(1)] });

        await WriteAsync(Graded(2, at: 2, Grading.Confidential), Graded(1, at: 3, Grading.StrictlyConfidential), All(1, at: 1));

        var facts = await FreshFactsAsync(2);
        (facts.Age, facts.Grading).ShouldBe((14, Grading.StrictlyConfidential));
    }

    [StoreFact]
    public async Task CompleteAsync_Forward_FreshensTheFeedAndBack_ChangesNothing()
    {
        await WriteAsync(All(1, at: 0));
        (await FactsAsync(1)).Grading.IsKnown.ShouldBeFalse();

        (await Store.Persons.CompleteAsync(Given.Instant.AddMinutes(-1), default)).ShouldBeTrue();
        (await Store.Persons.CompleteAsync(Given.Instant.AddMinutes(-90), default)).ShouldBeFalse();

        (await FactsAsync(1)).Grading.ShouldBe(Grading.Ungraded);
        (await FactsAsync(1, query => query with { Instant = Given.Instant.AddMinutes(60) })).Grading.IsKnown.ShouldBeFalse();
    }

    [StoreFact]
    public async Task ImportAsync_WholeRow_IsOlderThanALaterEvent()
    {
        await WriteAsync(Graded(1, at: 5, Grading.StrictlyConfidential));

        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant.AddMinutes(-1), default);

        var facts = await FactsAsync(1);
        (facts.Age, facts.Grading).ShouldBe((14, Grading.StrictlyConfidential));
    }

    private static PersonEvent Of(int child, int at) =>
        new() { Number = People.Number(child), AsOf = Given.Instant.AddSeconds(at) };

    private static PersonEvent Graded(int child, int at, Grading grading) => Of(child, at) with { Grading = Told<Grading>.Of(grading) };

    private static PersonEvent All(int child, int at) => Given.Person(child).AsOf(Given.Instant.AddSeconds(at));

    private Task WriteAsync(params PersonEvent[] batch) => Store.Persons.WriteAsync(batch, default);

    private async Task<Taushet.Core.Requests.Facts> FreshFactsAsync(int child) =>
        await FactsAsync(child, query => query with { RegistryMaxAge = TimeSpan.FromDays(36500) });
}
