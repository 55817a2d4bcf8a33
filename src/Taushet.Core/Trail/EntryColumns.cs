using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>Writes the columns that every schema writes alike: from the time to the sealed part.</summary>
internal static class EntryColumns
{
    /// <summary>Room for a usual entry's columns, in bytes.</summary>
    public static int Capacity(EntryRow row) => row.HolderPart.Length + row.SealedPart.Length + 768;

    /// <summary>Columns 5 to 25.</summary>
    public static void WriteMiddle(ref LeafWriter leaf, EntryRow row)
    {
        WritePublic(ref leaf, row.Public);
        leaf.Bytes(EntryColumn.Subject, row.Subject.Span);
        leaf.Bytes(EntryColumn.HolderPart, row.HolderPart.Span);
        leaf.Bytes(EntryColumn.SealedPart, row.SealedPart.Span);
    }

    private static void WritePublic(ref LeafWriter leaf, PublicPart part)
    {
        leaf.Long(EntryColumn.Time, part.TimeMicros);
        leaf.Int(EntryColumn.Kind, (int)part.Kind);
        leaf.Int(EntryColumn.Flow, (int)part.Flow);
        leaf.Id(EntryColumn.RequestId, part.RequestId);
        leaf.Text(EntryColumn.ReceiverOrganisation, part.Receiver.Organisation);
        leaf.Text(EntryColumn.ReceiverUnit, part.Receiver.Unit);
        leaf.Int(EntryColumn.ReceiverService, (int)part.Receiver.Service);
        WriteMember(ref leaf, EntryColumn.ReceiverForm, part.Receiver.Form);
        leaf.Text(EntryColumn.HolderOrganisation, part.Holder.Organisation);
        leaf.Text(EntryColumn.HolderUnit, part.Holder.Unit);
        leaf.Int(EntryColumn.HolderService, (int)part.Holder.Service);
        WriteMember(ref leaf, EntryColumn.HolderForm, part.Holder.Form);
        WriteMember(ref leaf, EntryColumn.Purpose, part.Purpose);
        leaf.Long(EntryColumn.Bases, unchecked((long)part.Bases.Bits));
        leaf.Text(EntryColumn.PolicyHash, part.PolicyHash);
        leaf.Int(EntryColumn.LawDate, part.LawDate.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        leaf.Cells(EntryColumn.Given, part.Given);
        leaf.Text(EntryColumn.Caller, part.Caller);
    }

    private static void WriteMember<T>(ref LeafWriter leaf, EntryColumn column, Known<T> member)
        where T : struct, Enum
    {
        if (member.IsKnown)
        {
            leaf.Int(column, MemberNumber.Of(member.Value));
        }
        else
        {
            leaf.Nothing(column);
        }
    }
}
