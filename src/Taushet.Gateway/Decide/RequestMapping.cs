using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Decide;

/// <summary>Turns a checked inquiry into the request the decider reads. Numbers on the wire are the members' numbers.</summary>
internal static class RequestMapping
{
    /// <summary>Maps an inquiry.</summary>
    /// <param name="inquiry">Checked.</param>
    /// <param name="flow">Who moves first.</param>
    /// <param name="parties">Receiver and holder with their registered forms.</param>
    /// <param name="content">The cells of brought content, which the sender includes as necessary.</param>
    /// <param name="lawDate">The date whose law decides.</param>
    public static Request Map(Wire.Inquiry inquiry, Flow flow, Parties parties, CellSet content, DateOnly lawDate)
    {
        var asserted = default(MemberSet<Basis>);
        foreach (var claim in inquiry.Bases)
        {
            asserted |= claim.Basis == Wire.Basis.Unspecified ? default : MemberSet<Basis>.Of((Basis)(int)claim.Basis);
        }

        return new Request
        {
            Flow = flow,
            Receiver = parties.Receiver,
            Holder = parties.Holder,
            Purpose = inquiry.Purpose == Wire.Purpose.Unspecified ? Known<Purpose>.Unknown : (Purpose)(int)inquiry.Purpose,
            Needs = Needs(inquiry, content),
            Asserted = asserted,
            Evidence = inquiry.Bases.Count == 0 ? Evidence.None : EvidenceMapping.Map(inquiry.Bases),
            Unborn = inquiry.Child.SubjectCase == Wire.ChildRef.SubjectOneofCase.Unborn,
            LawDate = lawDate,
        };
    }

    /// <summary>How the registers find the child.</summary>
    public static SubjectKey Subject(Wire.Inquiry inquiry, Guid requestId) =>
        Subject(inquiry.Child, inquiry.Holder.OrganisationNumber, requestId);

    /// <summary>How the registers find a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="sender">Whose references those of an unidentified child are: two senders' references must not meet.</param>
    /// <param name="requestId">What stands in for an unborn child of whom nothing else is told.</param>
    public static SubjectKey Subject(Wire.ChildRef child, string sender, Guid requestId) => child.SubjectCase switch
    {
        Wire.ChildRef.SubjectOneofCase.Unborn => new SubjectKey(null, Unborn(child.Unborn, requestId)),
        Wire.ChildRef.SubjectOneofCase.Unidentified => new SubjectKey(null, $"unidentified {sender} {child.Unidentified.Reference}"),
        Wire.ChildRef.SubjectOneofCase.None or Wire.ChildRef.SubjectOneofCase.NationalNumber or _ =>
            new SubjectKey(child.NationalNumber, null),
    };

    private static string Unborn(Wire.UnbornChild child, Guid requestId) =>
        child.PregnantWomanNumber.Length > 0 ? $"unborn {child.PregnantWomanNumber}" : $"unborn {requestId:N}";

    private static NeedList Needs(Wire.Inquiry inquiry, CellSet content)
    {
        var stated = new (Need Need, CellSet Cells)[inquiry.Needs.Count];
        var count = 0;
        var listed = CellSet.Empty;
        var unspecified = CellSet.Empty;
        foreach (var needed in inquiry.Needs)
        {
            var cell = (Cell)(int)needed.Cell;
            var cells = needed.WithoutTopics ? CellSet.Of(cell) : CellCategories.WithTopics(cell);
            listed |= cells;
            if (needed.Need == Wire.Need.Unspecified)
            {
                unspecified |= cells;
            }
            else
            {
                stated[count++] = ((Need)(int)needed.Need, cells);
            }
        }

        return new NeedList(new ArraySegment<(Need, CellSet)>(stated, 0, count), unspecified | (content - listed));
    }
}
