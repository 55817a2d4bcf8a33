using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.ByHand;

/// <summary>A task on the wire, in the store and in its entries.</summary>
internal static class HandTaskForms
{
    /// <summary>What is kept of whom a task is about.</summary>
    public static byte[] Content(string caseReference, Wire.ChildRef? child) =>
        new Wire.GetHandTaskResponse { Task = new Wire.HandTask { CaseReference = caseReference }, Child = child }.ToByteArray();

    /// <summary>What is kept of how a task ended.</summary>
    public static byte[] Content(Wire.HandTaskEnd end) =>
        new Wire.HandTaskEnd { By = end.By, Channel = end.Channel, Reason = end.Reason }.ToByteArray();

    /// <summary>Whom a task is about.</summary>
    public static Wire.ChildRef? ChildOf(StoredHandTask task) => ContentOf(task).Child;

    /// <summary>The task at an instant.</summary>
    public static Wire.HandTask Of(StoredHandTask task, Wire.UnitContact contact, DateTimeOffset now) => new()
    {
        Id = WireIds.Of(task.Row.Id),
        Holder = PartyForms.Of(task.Row.Holder),
        Receiver = PartyForms.Of(task.Row.Receiver),
        Cells = { InboxForms.CellsOf(task.Row.Cells) },
        RequestId = WireIds.Of(task.Row.Request),
        CaseReference = ContentOf(task).Task?.CaseReference ?? string.Empty,
        ReceiverContact = contact,
        OpenedAt = Timestamp.FromDateTimeOffset(task.Row.OpenedAt),
        DueAt = Timestamp.FromDateTimeOffset(task.Row.DueAt),
        Overdue = task.Closing is null && task.Row.DueAt < now,
        End = task.Closing is { } closing ? EndOf(closing) : null,
        EntryId = WireIds.Of(task.Entry),
        AskedAgain = (uint)Math.Max(0, task.Asked - 1),
    };

    /// <summary>What was done with a task, in codes, as its entry keeps it.</summary>
    public static string Text(StoredHandTask task, string done, string reason)
    {
        var text = new StringBuilder(256);
        text.Append("hand-task.v1\n").Append(done).Append('\n');
        text.Append("id ").Append(task.Row.Id.ToString("N")).Append('\n');
        text.Append("request ").Append(task.Row.Request.ToString("N")).Append('\n');
        text.Append("cells ").Append(task.Row.Cells).Append('\n');
        return text.Append("reason\n").Append(reason).Append('\n').ToString();
    }

    private static Wire.GetHandTaskResponse ContentOf(StoredHandTask task) =>
        Wire.GetHandTaskResponse.Parser.ParseFrom(task.Row.Content.Span);

    private static Wire.HandTaskEnd EndOf(HandTaskClosing closing)
    {
        var end = Wire.HandTaskEnd.Parser.ParseFrom(closing.Content.Span);
        end.Result = (Wire.HandTaskResult)(int)closing.Outcome;
        end.At = Timestamp.FromDateTimeOffset(closing.At);
        end.RecordedAt = Timestamp.FromDateTimeOffset(closing.RecordedAt);
        return end;
    }
}
