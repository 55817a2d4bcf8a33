using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the tasks means. Every store selects the same columns in the same order.</summary>
internal static class HandTaskRows
{
    /// <summary>The state of a task that has not ended; the others are <see cref="HandTaskOutcome"/>.</summary>
    public const int Open = 1;

    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns = """
        id, holder, holder_unit, holder_service, receiver, receiver_unit, receiver_service, subject, cells, request, opened_at, due_at,
        content, entry, state, ended_at, recorded_at, closing
        """;

    /// <summary>The columns as they are read: those, and how many requests asked for the task.</summary>
    public const string Selected = $"""
        {Columns},
        (SELECT count(*) FROM hand_task_asking AS every WHERE every.task = hand_task.id)
        """;

    /// <summary>The row under the cursor, opened.</summary>
    public static StoredHandTask Read(DbDataReader row, DutySealer sealer)
    {
        var id = StoredForms.Id(row.GetFieldValue<byte[]>(0));
        var holder = new ServiceAddress(row.GetString(1), row.GetString(2), StoredForms.Member<Service>(row.GetInt32(3)));
        var task = new HandTaskRow
        {
            Id = id,
            Holder = holder,
            Receiver = new ServiceAddress(row.GetString(4), row.GetString(5), StoredForms.Member<Service>(row.GetInt32(6))),
            Cells = StoredForms.Cells(row.GetFieldValue<byte[]>(8)),
            Request = StoredForms.Id(row.GetFieldValue<byte[]>(9)),
            OpenedAt = StoredForms.Time(row.GetInt64(10)),
            DueAt = StoredForms.Time(row.GetInt64(11)),
            Content = sealer.OpenTask(row.GetFieldValue<byte[]>(12), holder.Organisation, id),
        };
        var closing = row.GetInt32(14) == Open
            ? null
            : new HandTaskClosing(
                StoredForms.Member<HandTaskOutcome>(row.GetInt32(14)),
                StoredForms.Time(row.GetInt64(15)),
                StoredForms.Time(row.GetInt64(16)),
                sealer.OpenClosing(row.GetFieldValue<byte[]>(17), holder.Organisation, id));
        return new StoredHandTask(
            task, SubjectKey.OfStored(row.GetFieldValue<byte[]>(7)), StoredForms.Id(row.GetFieldValue<byte[]>(13)), closing)
        {
            Asked = Convert.ToInt32(row.GetValue(18), System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
