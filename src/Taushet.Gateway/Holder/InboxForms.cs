using System.Globalization;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>A request in the inbox on the wire, and in its entries.</summary>
internal static class InboxForms
{
    /// <summary>What was asked.</summary>
    public static Wire.Inquiry InquiryOf(InboxRequest request) => Wire.Inquiry.Parser.ParseFrom(request.Content.Span);

    /// <summary>The holder's answer, or null.</summary>
    public static Wire.HolderAnswer? AnswerOf(InboxRequest request) =>
        request.Answer is { } answer ? Wire.HolderAnswer.Parser.ParseFrom(answer.Span) : null;

    /// <summary>The request as its holder sees it.</summary>
    public static Wire.WaitingRequest Of(InboxRequest request) => new()
    {
        Handle = WireIds.Of(request.Handle),
        State = (Wire.WaitingState)(int)request.State,
        Version = (uint)request.Version,
        AskedAt = Timestamp.FromDateTimeOffset(request.AskedAt),
        Until = Timestamp.FromDateTimeOffset(request.Until),
        Inquiry = InquiryOf(request),
        Answer = AnswerOf(request),
    };

    /// <summary>Cells as the wire lists them.</summary>
    public static List<Wire.Cell> CellsOf(CellSet cells)
    {
        var list = new List<Wire.Cell>();
        foreach (var cell in cells)
        {
            list.Add((Wire.Cell)(int)cell);
        }

        return list;
    }

    /// <summary>What was done to a request, in codes, as its entry keeps it for the holder's auditors.</summary>
    public static string Text(InboxRequest request, InboxState state, CellSet cells, string reason, Decision? decision)
    {
        var text = new StringBuilder(512);
        text.Append("inbox.v1\n");
        text.Append("handle ").Append(request.Handle.ToString("N")).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"asked-by {request.Receiver}\n");
        text.Append(CultureInfo.InvariantCulture, $"state {(int)state}\n");
        if (!cells.IsEmpty)
        {
            text.Append("cells ").Append(cells).Append('\n');
        }

        if (decision is not null)
        {
            text.Append(DecisionText.Write(decision));
        }

        return text.Append("reason\n").Append(reason).Append('\n').ToString();
    }
}
