using System.Buffers.Binary;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>
/// The leaf bytes of an entry: the magic, then every column of <see cref="EntryColumn"/> in tag order as tag (2 bytes),
/// length (4 bytes) and value.
/// </summary>
/// <remarks>INVARIANT: two entries that differ in any column have different leaf bytes.</remarks>
public static class EntryLeaf
{
    private const int IndexOffset = 16 + (3 * 6) + 16 + 16;

    /// <summary>What every leaf of schema 1 begins with, 16 bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "taushet.entry.v1"u8;

    /// <summary>Writes the leaf.</summary>
    public static byte[] Encode(EntryRow row)
    {
        var leaf = new LeafWriter(row.HolderPart.Length + row.SealedPart.Length + 768);
        leaf.Raw(Magic);
        leaf.Id(EntryColumn.Log, row.Log);
        leaf.Id(EntryColumn.Entry, row.Entry);
        leaf.Long(EntryColumn.Index, row.Index);
        leaf.Int(EntryColumn.Schema, EntryRow.Schema);
        EncodePublic(ref leaf, row.Public);
        leaf.Bytes(EntryColumn.Subject, row.Subject.Span);
        leaf.Bytes(EntryColumn.HolderPart, row.HolderPart.Span);
        leaf.Bytes(EntryColumn.SealedPart, row.SealedPart.Span);
        leaf.Bytes(EntryColumn.ReleaseCommitment, row.ReleaseCommitment.Span);
        leaf.Bytes(EntryColumn.Salt, row.Salt.Span);
        return leaf.ToArray();
    }

    /// <summary>Sets the index in a leaf that was written before its place in the log was known.</summary>
    public static void SetIndex(Span<byte> leaf, long index) =>
        BinaryPrimitives.WriteInt64BigEndian(leaf.Slice(IndexOffset, sizeof(long)), index);

    private static void EncodePublic(ref LeafWriter leaf, PublicPart part)
    {
        leaf.Long(EntryColumn.Time, part.TimeMicros);
        leaf.Int(EntryColumn.Kind, (int)part.Kind);
        leaf.Int(EntryColumn.Flow, (int)part.Flow);
        leaf.Id(EntryColumn.RequestId, part.RequestId);
        leaf.Text(EntryColumn.ReceiverOrganisation, part.Receiver.Organisation);
        leaf.Text(EntryColumn.ReceiverUnit, part.Receiver.Unit);
        leaf.Int(EntryColumn.ReceiverService, (int)part.Receiver.Service);
        EncodeMember(ref leaf, EntryColumn.ReceiverForm, part.Receiver.Form);
        leaf.Text(EntryColumn.HolderOrganisation, part.Holder.Organisation);
        leaf.Text(EntryColumn.HolderUnit, part.Holder.Unit);
        leaf.Int(EntryColumn.HolderService, (int)part.Holder.Service);
        EncodeMember(ref leaf, EntryColumn.HolderForm, part.Holder.Form);
        EncodeMember(ref leaf, EntryColumn.Purpose, part.Purpose);
        leaf.Long(EntryColumn.Bases, unchecked((long)part.Bases.Bits));
        leaf.Text(EntryColumn.PolicyHash, part.PolicyHash);
        leaf.Int(EntryColumn.LawDate, part.LawDate.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        leaf.Cells(EntryColumn.Given, part.Given);
        leaf.Text(EntryColumn.Caller, part.Caller);
    }

    private static void EncodeMember<T>(ref LeafWriter leaf, EntryColumn column, Known<T> member)
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
