using System.Text;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What a human must give by hand, from the entry that owes it to the entry that tells how it ended.</summary>
public abstract class HandTaskContract : StoreContract
{
    private static readonly ServiceAddress School = new(Given.HolderOrganisation, string.Empty, Service.PrimarySchool);
    private static readonly ServiceAddress Barnevern = new(Given.ReceiverOrganisation, People.Organisation(7), Service.Barnevern);

    /// <summary>INVARIANT: a task is opened in the transaction of the entry that owes it, and is open until an entry tells how it ended.</summary>
    [StoreFact]
    public async Task RecordAsync_Task_IsThereWithItsEntryUntilAnEntryEndsIt()
    {
        var task = Task(hours: 2);
        var entry = (await OpenAsync(1, task)).ShouldBeOfType<AppendResult.Stored>().Receipt.Entry;

        var stored = (await Store.HandTasks.FindAsync(task.Id, default)).Task.ShouldNotBeNull();
        (stored.Row with { Content = task.Content }).ShouldBe(task);
        Encoding.UTF8.GetString(stored.Row.Content.Span).ShouldBe("whom and how");
        (stored.Entry, stored.Closing).ShouldBe((entry, null));
        (await BacklogAsync(BacklogKind.HandTasks)).ShouldBe(new Backlog(BacklogKind.HandTasks, 1, task.OpenedAt, task.DueAt));

        var closing = new HandTaskClosing(
            HandTaskOutcome.Given, Given.Instant.AddHours(1), Given.Instant.AddHours(3), Encoding.UTF8.GetBytes("by telephone"));
        (await EndAsync(stored, closing)).ShouldBeOfType<AppendResult.Stored>();
        (await BacklogAsync(BacklogKind.HandTasks)).Count.ShouldBe(0);
        (await EndAsync(stored, closing with { Outcome = HandTaskOutcome.NotOwed })).ShouldBeOfType<AppendResult.FactsChanged>();

        var ended = (await Store.HandTasks.FindAsync(task.Id, default)).Task.ShouldNotBeNull().Closing.ShouldNotBeNull();
        (ended with { Content = closing.Content }).ShouldBe(closing);
        Encoding.UTF8.GetString(ended.Content.Span).ShouldBe("by telephone");
        (await Store.Trail.CountAsync(default)).ShouldBe(2);
    }

    /// <summary>INVARIANT: the same asked again while its task is open joins that task, and opens no second one.</summary>
    [StoreFact]
    public async Task RecordAsync_TheSameAskedAgain_JoinsTheOpenTask()
    {
        var first = Task(hours: 2);
        await AskAsync(1, first);
        var again = Task(hours: 9);

        var joined = (await FindJoinedAsync(1, again)).ShouldNotBeNull();
        (joined.Row.Id, joined.Row.DueAt, joined.Asked).ShouldBe((first.Id, first.DueAt, 1));
        (await AskAsync(1, again)).ShouldBeOfType<AppendResult.FactsChanged>();
        (await AskAsync(1, again, first.Id)).ShouldBeOfType<AppendResult.Stored>();

        (await ListAsync(open: true, Given.Instant.AddYears(1))).ShouldBe([first.Id]);
        (await Store.HandTasks.FindAsync(first.Id, default)).Task.ShouldNotBeNull().Asked.ShouldBe(2);
        (await Store.Trail.CountAsync(default)).ShouldBe(2);
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task RecordAsync_AskedForAnother_OpensATaskOfItsOwn()
    {
        var first = Task(hours: 2);
        await AskAsync(1, first);
        var others = new (int Child, HandTaskRow Task, string Case)[]
        {
            (2, Task(hours: 2), "case-1"),
            (1, Task(hours: 2), "case-2"),
            (1, Task(hours: 2) with { Cells = CellSet.Of(Cell.Address) }, "case-1"),
            (1, Task(hours: 2) with { Receiver = Barnevern with { Unit = string.Empty } }, "case-1"),
            (1, Task(hours: 2) with { Holder = School with { Service = Service.UpperSecondarySchool } }, "case-1"),
        };

        foreach (var (child, task, reference) in others)
        {
            (await FindJoinedAsync(child, task, reference)).ShouldBeNull();
            (await AskAsync(child, task, caseReference: reference)).ShouldBeOfType<AppendResult.Stored>();
            (await Store.HandTasks.FindAsync(task.Id, default)).Task.ShouldNotBeNull().Asked.ShouldBe(1);
        }

        // What goes beside a disclosure is nobody's asking: each entry has its task, and no request joins it.
        var beside = Task(hours: 2) with { Cells = CellSet.Of(Cell.GradedAddress) };
        (await OpenAsync(1, beside)).ShouldBeOfType<AppendResult.Stored>();
        (await OpenAsync(1, beside with { Id = Guid.NewGuid() })).ShouldBeOfType<AppendResult.Stored>();
        (await FindJoinedAsync(1, beside)).ShouldBeNull();
    }

    [StoreFact]
    public async Task RecordAsync_TheTaskHasEnded_OnlyTheSameRequestJoinsIt()
    {
        var first = Task(hours: 2);
        await AskAsync(1, first);
        var later = Task(hours: 3);
        await AskAsync(1, later, first.Id);
        var stored = (await Store.HandTasks.FindAsync(first.Id, default)).Task.ShouldNotBeNull();
        await EndAsync(stored, new HandTaskClosing(HandTaskOutcome.Given, Given.Instant, Given.Instant, Encoding.UTF8.GetBytes("by telephone")));

        var retries = new[] { first, later }.Select(task => Task(hours: 9) with { Request = task.Request });
        foreach (var retry in retries)
        {
            (await FindJoinedAsync(1, retry)).ShouldNotBeNull().Row.Id.ShouldBe(first.Id);
            (await AskAsync(1, retry)).ShouldBeOfType<AppendResult.FactsChanged>();
            (await AskAsync(1, retry, first.Id)).ShouldBeOfType<AppendResult.Stored>();
        }

        var anew = Task(hours: 9);
        (await AskAsync(1, anew, first.Id)).ShouldBeOfType<AppendResult.FactsChanged>();
        (await AskAsync(1, anew)).ShouldBeOfType<AppendResult.Stored>();
        (await ListAsync(open: true, Given.Instant.AddYears(1))).ShouldBe([anew.Id]);
    }

    [StoreFact]
    public async Task RecordAsync_TheSameAskedManyTimesAtOnce_OpensOneTask()
    {
        var tasks = Enumerable.Range(0, 10).Select(_ => Task(hours: 2)).ToList();
        var versions = (await GatherAsync(1)).Versions;

        var results = await System.Threading.Tasks.Task.WhenAll(tasks.Select(task => Store.Audit.RecordAsync(
            Given.Draft(), Given.Child(1), versions, Asking(task, "case-1", joined: null), default)));

        results.Count(result => result is AppendResult.Stored).ShouldBe(1, string.Join(", ", Store.Faults));
        results.Count(result => result is AppendResult.FactsChanged).ShouldBe(9);
        (await ListAsync(open: true, Given.Instant.AddYears(1))).Count.ShouldBe(1);
    }

    [StoreFact]
    public async Task RecordAsync_FactsHaveChanged_OpensNoTask()
    {
        var before = (await GatherAsync(1)).Versions;
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);

        (await Store.Audit.RecordAsync(Given.Draft(), Given.Child(1), before, new RegisterChange.OfHandTask(Task(hours: 2)), default))
            .ShouldBeOfType<AppendResult.FactsChanged>();

        (await ListAsync(open: false, Given.Instant.AddYears(1))).ShouldBeEmpty();
    }

    [StoreFact]
    public async Task ListAsync_OpenAndOverdue_ThoseDueFirstBeforeTheOthersPageByPage()
    {
        var (late, soon, ended) = (Task(hours: 5), Task(hours: 1), Task(hours: 2));
        foreach (var task in new[] { late, soon, ended })
        {
            await OpenAsync(1, task);
        }

        await OpenAsync(1, Task(hours: 1) with { Holder = School with { Unit = People.Organisation(8) } });
        var stored = (await Store.HandTasks.FindAsync(ended.Id, default)).Task.ShouldNotBeNull();
        await EndAsync(stored, new HandTaskClosing(HandTaskOutcome.NotOwed, Given.Instant, Given.Instant, Encoding.UTF8.GetBytes("why")));

        (await ListAsync(open: true, Given.Instant.AddYears(1))).ShouldBe([soon.Id, late.Id]);
        (await ListAsync(open: true, Given.Instant.AddHours(2))).ShouldBe([soon.Id]);
        (await ListAsync(open: false, Given.Instant.AddYears(1))).ShouldBe([soon.Id, ended.Id, late.Id]);
        (await ListAsync(open: false, Given.Instant.AddYears(1), after: soon)).ShouldBe([ended.Id, late.Id]);
    }

    private static HandTaskRow Task(int hours) => new()
    {
        Id = Guid.NewGuid(),
        Holder = School,
        Receiver = Barnevern,
        Cells = CellSet.Of(Cell.GradedAddress, Cell.Address),
        Request = Guid.NewGuid(),
        OpenedAt = Given.Instant,
        DueAt = Given.Instant.AddHours(hours),
        Content = Encoding.UTF8.GetBytes("whom and how"),
    };

    private async Task<AppendResult> OpenAsync(int child, HandTaskRow task) => await Store.Audit.RecordAsync(
        Given.Draft(), Given.Child(child), (await GatherAsync(child)).Versions, new RegisterChange.OfHandTask(task), default);

    private static RegisterChange.OfHandTask Asking(HandTaskRow task, string caseReference, Guid? joined) =>
        new(task) { Asking = new RegisterChange.HandTaskAsking(caseReference, joined) };

    private async Task<AppendResult> AskAsync(int child, HandTaskRow task, Guid? joined = null, string caseReference = "case-1") =>
        await Store.Audit.RecordAsync(
            Given.Draft(), Given.Child(child), (await GatherAsync(child)).Versions, Asking(task, caseReference, joined), default);

    private async Task<StoredHandTask?> FindJoinedAsync(int child, HandTaskRow task, string caseReference = "case-1")
    {
        var lookup = await Store.HandTasks.FindJoinedAsync(Given.Child(child), task, caseReference, default);
        lookup.Available.ShouldBeTrue();
        return lookup.Task;
    }

    private Task<AppendResult> EndAsync(StoredHandTask task, HandTaskClosing closing) => Store.Audit.RecordAsync(
        Given.Draft(),
        task.Subject,
        FactVersions.NotRead,
        new RegisterChange.OfHandTaskClosing(task.Row.Id, task.Row.Holder.Organisation, closing),
        default);

    private async Task<List<Guid>> ListAsync(bool open, DateTimeOffset dueBefore, HandTaskRow? after = null)
    {
        var query = new HandTaskQuery(School, open, dueBefore, after?.DueAt ?? DateTimeOffset.UnixEpoch, after?.Id ?? Guid.Empty, 10);
        return [.. (await Store.HandTasks.ListAsync(query, default)).ShouldNotBeNull().Select(task => task.Row.Id)];
    }
}
