using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The table of what a human must give.</summary>
internal static class HandTaskTable
{
    /// <summary>One task: id.</summary>
    public const string Select = $"SELECT {HandTaskRows.Selected} FROM hand_task WHERE id = @id";

    /// <summary>A page of a holder's tasks.</summary>
    public const string SelectPage = $"""
        SELECT TOP (@count) {HandTaskRows.Selected} FROM hand_task
        WHERE holder = @organisation AND holder_unit = @unit AND holder_service = @service AND (@open = 0 OR state = 1)
            AND due_at < @dueBefore AND (due_at > @dueAfter OR (due_at = @dueAfter AND id > @after))
        ORDER BY due_at, id
        """;

    private const string Insert = $"""
        INSERT INTO hand_task ({HandTaskRows.Columns})
        VALUES (
            @id, @holder, @holderUnit, @holderService, @receiver, @receiverUnit, @receiverService, @subject, @cells, @request, @openedAt,
            @dueAt, @content, @entry, 1, NULL, NULL, NULL)
        """;

    private const string Update = """
        UPDATE hand_task SET state = @state, ended_at = @at, recorded_at = @recordedAt, closing = @closing WHERE id = @id AND state = 1
        """;

    public static TypedParameters Paging(HandTaskQuery query) => new TypedParameters()
        .Code("@organisation", query.Holder.Organisation, Limits.Organisation)
        .Code("@unit", query.Holder.Unit, Limits.Organisation)
        .Number("@service", StoredForms.Member(query.Holder.Service))
        .Bit("@open", query.Open)
        .Long("@dueBefore", StoredForms.Micros(query.DueBefore))
        .Long("@dueAfter", StoredForms.Micros(query.DueAfter))
        .Id("@after", query.After)
        .Number("@count", query.Count);

    public static async Task<bool> IsOpenAsync(RegisterWrite write, Guid task) => await write.ScalarAsync<int>(
        "SELECT count(*) FROM hand_task WHERE id = @id AND state = 1", new TypedParameters().Id("@id", task)).ConfigureAwait(false) > 0;

    public static Task WriteAsync(RegisterWrite write, DutySealer sealer, byte[] subject, HandTaskRow task, Guid entry) =>
        write.ExecuteAsync(
            Insert,
            new TypedParameters()
                .Id("@id", task.Id)
                .Code("@holder", task.Holder.Organisation, Limits.Organisation)
                .Code("@holderUnit", task.Holder.Unit, Limits.Organisation)
                .Number("@holderService", StoredForms.Member(task.Holder.Service))
                .Code("@receiver", task.Receiver.Organisation, Limits.Organisation)
                .Code("@receiverUnit", task.Receiver.Unit, Limits.Organisation)
                .Number("@receiverService", StoredForms.Member(task.Receiver.Service))
                .Fixed("@subject", subject, Limits.Hash)
                .Fixed("@cells", StoredForms.Cells(task.Cells), Limits.Cells)
                .Id("@request", task.Request)
                .Long("@openedAt", StoredForms.Micros(task.OpenedAt))
                .Long("@dueAt", StoredForms.Micros(task.DueAt))
                .Whole("@content", sealer.Seal(task))
                .Id("@entry", entry));

    public static async Task EndAsync(RegisterWrite write, DutySealer sealer, RegisterChange.OfHandTaskClosing closed)
    {
        var written = await write.ExecuteAsync(
            Update,
            new TypedParameters()
                .Id("@id", closed.Task)
                .Number("@state", StoredForms.Member(closed.Closing.Outcome))
                .Long("@at", StoredForms.Micros(closed.Closing.At))
                .Long("@recordedAt", StoredForms.Micros(closed.Closing.RecordedAt))
                .Whole("@closing", sealer.Seal(closed))).ConfigureAwait(false);
        if (written != 1)
        {
            throw new InvalidOperationException("The task is not open.");
        }
    }
}
