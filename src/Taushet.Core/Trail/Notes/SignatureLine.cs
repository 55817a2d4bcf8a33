using System.Buffers.Binary;

namespace Taushet.Core.Trail.Notes;

/// <summary>The line of one signature: em dash, name, and base64 of key id and signature.</summary>
internal static class SignatureLine
{
    private const string Dash = "\u2014 ";
    private const int IdSize = sizeof(uint);

    public static string Write(NoteSignature signature)
    {
        var bytes = new byte[IdSize + signature.Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
        signature.Bytes.Span.CopyTo(bytes.AsSpan(IdSize));
        return $"{Dash}{signature.Name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <summary>Reads a line without its newline; null when it is none.</summary>
    public static NoteSignature? Parse(string line) =>
        line.StartsWith(Dash, StringComparison.Ordinal)
        && line[Dash.Length..].Split(' ') is [var name, var signature]
        && NoteKey.IsName(name)
        && StrictText.FromBase64(signature) is { Length: > IdSize } bytes
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(IdSize))
            : null;
}
