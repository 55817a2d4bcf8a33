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
