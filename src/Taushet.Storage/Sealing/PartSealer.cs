using System.Globalization;
using Taushet.Core.Trail;

namespace Taushet.Storage.Sealing;

/// <summary>
/// Encrypts the two private parts of an entry: the holder part under a key of the holder organisation, derived from the
/// wrapping key; the sealed part under the subject's own key. Each box is bound to its log, entry and part.
/// </summary>
internal sealed class PartSealer(StoreKeys keys, Guid log)
{
    private const byte HolderMark = 1;
    private const byte SealedMark = 2;

    public byte[] Seal(HolderPart part, string organisation, Guid entry)
    {
        var box = PaddedFields.InBox(
            part.SourceCalled ? "1" : "0",
            part.SourceResult,
            part.Dropped.ToString(CultureInfo.InvariantCulture),
            part.Decision);
        keys.Holders.Of(organisation).SealInPlace(box, Context(HolderMark, entry));
        return box;
    }

    public byte[] Seal(SealedPart part, ReadOnlySpan<byte> subjectKey, Guid entry)
    {
        var box = PaddedFields.InBox(part.ActingPerson, part.CaseReference, part.Snapshot);
        using var cipher = AuthenticatedBox.Cipher(subjectKey);
        AuthenticatedBox.SealInPlace(cipher, box, Context(SealedMark, entry));
        return box;
    }

    public HolderPart? OpenHolder(ReadOnlySpan<byte> box, string organisation, Guid entry)
    {
        if (keys.Holders.Of(organisation).Open(box, Context(HolderMark, entry)) is not { } content)
        {
            return null;
        }

        var fields = PaddedFields.Read(content, 4);
        return new HolderPart(
            fields[3],
            string.Equals(fields[0], "1", StringComparison.Ordinal),
            fields[1],
            int.Parse(fields[2], CultureInfo.InvariantCulture));
    }

    public SealedPart? OpenSealed(ReadOnlySpan<byte> box, ReadOnlySpan<byte> subjectKey, Guid entry)
    {
        if (AuthenticatedBox.Open(subjectKey, box, Context(SealedMark, entry)) is not { } content)
        {
            return null;
        }

        var fields = PaddedFields.Read(content, 3);
        return new SealedPart(fields[0], fields[1], fields[2]);
    }

    private byte[] Context(byte part, Guid entry)
    {
        var context = new byte[33];
        context[0] = part;
        log.TryWriteBytes(context.AsSpan(1), bigEndian: true, out _);
        entry.TryWriteBytes(context.AsSpan(17), bigEndian: true, out _);
        return context;
    }
}
