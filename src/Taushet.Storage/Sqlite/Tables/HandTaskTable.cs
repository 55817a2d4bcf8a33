using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The table of what a human must give.</summary>
internal static class HandTaskTable
{
    private const string Insert = $"""
        INSERT INTO hand_task ({HandTaskRows.Columns})
        VALUES (
            @id, @holder, @holderUnit, @holderService, @receiver, @receiverUnit, @receiverService, @subject, @cells, @request, @openedAt,
            @dueAt, @content, @entry, 1, NULL, NULL, NULL)
        """;

    private const string Update = """
        UPDATE hand_task SET state = @state, ended_at = @at, recorded_at = @recordedAt, closing = @closing WHERE id = @id AND state = 1
        """;

    private const string Select = $"SELECT {HandTaskRows.Selected} FROM hand_task WHERE id = @id";

    private const string SelectPage = $"""
        SELECT {HandTaskRows.Selected} FROM hand_task
        WHERE holder = @organisation AND holder_unit = @unit AND holder_service = @service AND (@open = 0 OR state = 1)
            AND due_at < @dueBefore AND (due_at > @dueAfter OR (due_at = @dueAfter AND id > @after))
        ORDER BY due_at, id
        LIMIT @count
        """;

    public static bool IsOpen(SqliteConnection connection, Guid task) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM hand_task WHERE id = @id AND state = 1", new { id = StoredForms.Id(task) }) > 0;

    public static void Write(SqliteConnection connection, DutySealer sealer, byte[] subject, HandTaskRow task, Guid entry) =>
        connection.Execute(
            Insert,
            new
            {
                id = StoredForms.Id(task.Id),
                holder = task.Holder.Organisation,
                holderUnit = task.Holder.Unit,
                holderService = StoredForms.Member(task.Holder.Service),
                receiver = task.Receiver.Organisation,
                receiverUnit = task.Receiver.Unit,
                receiverService = StoredForms.Member(task.Receiver.Service),
                subject,
                cells = StoredForms.Cells(task.Cells),
                request = StoredForms.Id(task.Request),
                openedAt = StoredForms.Micros(task.OpenedAt),
                dueAt = StoredForms.Micros(task.DueAt),
                content = sealer.Seal(task),
                entry = StoredForms.Id(entry),
            });

    public static void End(SqliteConnection connection, DutySealer sealer, RegisterChange.OfHandTaskClosing closed)
    {
        var written = connection.Execute(
            Update,
            new
            {
                id = StoredForms.Id(closed.Task),
                state = StoredForms.Member(closed.Closing.Outcome),
                at = StoredForms.Micros(closed.Closing.At),
                recordedAt = StoredForms.Micros(closed.Closing.RecordedAt),
                closing = sealer.Seal(closed),
            });
        if (written != 1)
        {
            throw new InvalidOperationException("The task is not open.");
        }
    }

    public static List<StoredHandTask> Find(SqliteConnection connection, DutySealer sealer, Guid task) =>
        Read(connection, sealer, Select, new { id = StoredForms.Id(task) });

    public static List<StoredHandTask> Page(SqliteConnection connection, DutySealer sealer, HandTaskQuery query) =>
        Read(
            connection,
            sealer,
            SelectPage,
            new
            {
                organisation = query.Holder.Organisation,
                unit = query.Holder.Unit,
                service = StoredForms.Member(query.Holder.Service),
                open = query.Open,
                dueBefore = StoredForms.Micros(query.DueBefore),
                dueAfter = StoredForms.Micros(query.DueAfter),
                after = StoredForms.Id(query.After),
                count = query.Count,
            });

    private static List<StoredHandTask> Read(SqliteConnection connection, DutySealer sealer, string sql, object parameters)
    {
        using var row = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var tasks = new List<StoredHandTask>();
        while (row.Read())
        {
            tasks.Add(HandTaskRows.Read(row, sealer));
        }

        return tasks;
    }
}
