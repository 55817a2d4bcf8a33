using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;
using Outcome = Taushet.Core.Vocabulary.Outcome;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>The index of the trail: filled after the commit, in the logs' order, each entry once, and searched in pages.</summary>
public abstract class IndexContract : StoreContract
{
    private const int Step = 100;
    private const string Employee = "employee-7";
    private const long Begin = 1_788_000_000_000_000;

    [StoreFact]
    public async Task Step_AfterACommit_TheEntryIsFoundByEverythingItIsSearchedBy()
    {
        var draft = Draft(Begin, Employee);
        await AppendAsync(Store.Audit, 1, draft);
        (await Store.Index.StateAsync(default)).Behind.ShouldBe(1);

        (await Store.Projector.StepAsync(Step, default)).ShouldBe(new ProjectionStep(1, 0));

        var keys = Store.Index.Keys;
        var part = draft.Public;
        var subject = (await Store.Index.KeysOfAsync(Given.Child(1), default)).ShouldHaveSingleItem();
        IndexKey[] finding =
        [
            subject,
            IndexKeys.Request(part.RequestId),
            keys.Party(Given.HolderOrganisation, part.Holder.Service),
            keys.Party(Given.ReceiverOrganisation, part.Receiver.Service),
            keys.Person(Given.ReceiverOrganisation, Employee),
            keys.Case(Given.ReceiverOrganisation, "case-12"),
            keys.Rule(Given.HolderOrganisation, "hpl-33-report"),
            keys.Mark(Given.HolderOrganisation, IndexedMarks.GradedAddress),
        ];
        foreach (var key in finding)
        {
            var found = (await AllAsync(key)).ShouldHaveSingleItem();
            found.Public.ShouldBe(part);
            found.Details.Person.ShouldBe(Employee);
            found.Details.Role.ShouldBe("teacher");
            found.Details.Case.ShouldBe("case-12");
            found.Details.Rules.ShouldBe(["hpl-33-report"]);
            found.Details.Marks.ShouldBe(IndexedMarks.GradedAddress);
            found.Details.Outcomes.ShouldBe(MemberSet<Outcome>.Of(Outcome.Must, Outcome.Withhold));
        }
    }

    [StoreFact]
    public async Task Step_OnWhatOneDoesNotHave_FindsNothing()
    {
        await AppendAsync(Store.Audit, 1, Draft(Begin, Employee));
        await Store.Projector.StepAsync(Step, default);

        (await AllAsync(Store.Index.Keys.Rule(Given.ReceiverOrganisation, "hpl-33-report"))).ShouldBeEmpty();
        (await AllAsync(Store.Index.Keys.Rule(Given.HolderOrganisation, "hpl-33-near"))).ShouldBeEmpty();
        (await AllAsync(Store.Index.Keys.Person(Given.HolderOrganisation, Employee))).ShouldBeEmpty();
        (await AllAsync(Store.Index.Keys.Mark(Given.HolderOrganisation, IndexedMarks.ByHand))).ShouldBeEmpty();
        (await Store.Index.KeysOfAsync(Given.Child(2), default)).ShouldBeEmpty();
    }

    /// <summary>INVARIANT: an entry is in the index once, after every earlier entry of its log.</summary>
    [StoreFact]
    public async Task Step_ByManyAtOnceWhileTwoGatewaysWrite_PutsEachEntryInOnceInItsLogsOrder()
    {
        const int Each = 150;
        await using var second = await Store.OpenAnotherAsync(Another("second"));
        var appends = new[] { Store.Audit, second.Audit }.SelectMany((audit, n) => Enumerable.Range(0, 3).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Each / 3; i++)
            {
                await AppendAsync(audit, ((caller + i) % 20) + 1, Draft(Begin + (i * 10) + n, $"employee-{caller}"));
            }
        }))).ToList();
        using var ended = new CancellationTokenSource();
        var projecting = new[] { Store.Projector, second.Projector }.Select(projector => Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                await projector.StepAsync(17, default);
            }
        })).ToList();

        await Task.WhenAll(appends);
        await ended.CancelAsync();
        await Task.WhenAll(projecting);
        await FillAsync();

        var all = await ScanAsync();
        all.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 2 * Each).Select(n => (long)n));
        foreach (var log in all.GroupBy(entry => entry.Log))
        {
            log.Select(entry => entry.Index).ShouldBe(Enumerable.Range(0, Each).Select(n => (long)n));
        }

        var stored = await AllAsync(Store.Trail.ReadAsync(default));
        all.Select(entry => (entry.Log, entry.Index, entry.Entry, entry.Public)).OrderBy(one => (one.Log, one.Index))
            .ShouldBe(stored.Select(entry => (entry.Log, entry.Index, entry.Entry, entry.Public)).OrderBy(one => (one.Log, one.Index)));
        all.ShouldAllBe(entry => !entry.Details.Marks.HasFlag(IndexedMarks.Unlinked));
    }

    [StoreFact]
    public async Task Reset_AFullIndex_IsFilledAgainWithTheSameAndRefusesAReadingOfTheOldOne()
    {
        for (var n = 0; n < 30; n++)
        {
            await AppendAsync(Store.Audit, 1 + (n % 3), Draft(Begin + n, $"employee-{n % 4}"));
        }

        await FillAsync();
        var before = await ScanAsync();
        var old = await Store.Index.StateAsync(default);

        await Store.Projector.ResetAsync(default);
        (await Store.Index.StateAsync(default)).Behind.ShouldBe(30);
        await FillAsync();

        (await ScanAsync()).Select(entry => (entry.Entry, entry.Public, entry.Details.Person))
            .ShouldBe(before.Select(entry => (entry.Entry, entry.Public, entry.Details.Person)));
        await Should.ThrowAsync<IndexRebuiltException>(
            () => Store.Index.ScanAsync(old.Generation, 0, old.Newest, 10, default));
    }

    [StoreFact]
    public async Task Read_TwoLogsOfOneSubject_AreOneInTimeBothWays()
    {
        await using var second = await Store.OpenAnotherAsync(Another("second"));
        for (var n = 0; n < 20; n++)
        {
            await AppendAsync(n % 2 == 0 ? Store.Audit : second.Audit, 1, Draft(Begin + n, Employee));
        }

        await FillAsync();

        var keys = await Store.Index.KeysOfAsync(Given.Child(1), default);
        keys.Length.ShouldBe(2);
        (await PagesAsync(keys, 3, oldestFirst: false)).Select(entry => entry.Public.TimeMicros)
            .ShouldBe(Enumerable.Range(0, 20).Select(n => Begin + 19 - n));
        (await PagesAsync(keys, 7, oldestFirst: true)).Select(entry => entry.Public.TimeMicros)
            .ShouldBe(Enumerable.Range(0, 20).Select(n => Begin + n));
    }

    [StoreFact]
    public async Task Read_ARangeOfTime_HasItsBeginningAndNotItsEnd()
    {
        for (var n = 0; n < 5; n++)
        {
            await AppendAsync(Store.Audit, 1, Draft(Begin + n, Employee));
        }

        await FillAsync();

        var state = await Store.Index.StateAsync(default);
        var keys = await Store.Index.KeysOfAsync(Given.Child(1), default);
        foreach (var oldestFirst in new[] { false, true })
        {
            var range = new IndexRange(state.Generation, keys, Begin + 1, Begin + 3, state.Newest, After: null, oldestFirst);
            (await Store.Index.ReadAsync(range, 10, default)).Select(entry => entry.Public.TimeMicros - Begin)
                .ShouldBe(oldestFirst ? [1L, 2L] : [2L, 1L]);
        }
    }

    /// <summary>INVARIANT: pages neither skip nor repeat, whatever is appended while they are read.</summary>
    [StoreFact]
    public async Task Read_PagesWhileEntriesOfAnyTimeAreAppended_NeitherSkipNorRepeat()
    {
        for (var n = 0; n < 40; n++)
        {
            await AppendAsync(Store.Audit, 1, Draft(Begin + (n % 7), Employee));
        }

        await FillAsync();
        var key = Store.Index.Keys.Party(Given.HolderOrganisation, Given.Holder.Service);
        var late = 0;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(
            Gen.Zip(Gen.Choose(1, 15), Gen.Choose(-3, 10)).ToArbitrary(),
            pair => Task.Run(async () =>
            {
                var expected = await ScanAsync();
                var read = await PagesAsync([key], pair.Item1, oldestFirst: false, async () =>
                {
                    await AppendAsync(Store.Audit, 2, Draft(Begin + pair.Item2 + late++, Employee));
                    await FillAsync();
                });
                read.Select(entry => entry.Number).ShouldBe(
                    expected.OrderByDescending(entry => entry.Place).Select(entry => entry.Number));
            }).GetAwaiter().GetResult()));
    }

    private static EntryDraft Draft(long time, string employee)
    {
        var draft = Given.Draft($"snapshot.v1\nage 9\ngrading {Codes<Grading>.Of(Grading.Confidential)}\nhidden-address no\n");
        return draft with
        {
            Public = draft.Public with { TimeMicros = time },
            Holder = draft.Holder with
            {
                Decision = "decision.v1\nasked ATT REL\nmust ATT\nobligation log-access\nrule hpl-33-report ATT\nnear hpl-33-near REL\n",
            },
            Sealed = draft.Sealed with { ActingPerson = $"{employee}\nteacher" },
        };
    }

    private static async Task AppendAsync(IAuditStore audit, int child, EntryDraft draft) =>
        (await audit.AppendAsync(draft, Given.Child(child), Given.HolderOrganisation, FactVersions.NotRead, default))
            .ShouldBeOfType<AppendResult.Stored>();

    private async Task FillAsync()
    {
        while ((await Store.Projector.StepAsync(Step, default)).Behind > 0)
        {
            await Task.Delay(1);
        }
    }

    private async Task<IReadOnlyList<IndexedEntry>> AllAsync(IndexKey key) => await PagesAsync([key], 50, oldestFirst: false);

    private async Task<List<IndexedEntry>> PagesAsync(
        ImmutableArray<IndexKey> keys, int size, bool oldestFirst, Func<Task>? between = null)
    {
        var state = await Store.Index.StateAsync(default);
        var range = new IndexRange(state.Generation, keys, 0, long.MaxValue, state.Newest, After: null, oldestFirst);
        var all = new List<IndexedEntry>();
        while (await Store.Index.ReadAsync(range, size, default) is { Count: > 0 } page)
        {
            all.AddRange(page);
            range = range with { After = page[^1].Place };
            await (between?.Invoke() ?? Task.CompletedTask);
        }

        return all;
    }

    private async Task<IReadOnlyList<IndexedEntry>> ScanAsync()
    {
        var state = await Store.Index.StateAsync(default);
        return await Store.Index.ScanAsync(state.Generation, 0, state.Newest, int.MaxValue, default);
    }

    private Log.LogSettings Another(string gateway) =>
        TemporaryStore.Settings(Path.GetDirectoryName(Store.Settings.CheckpointFile)!, gateway);
}
