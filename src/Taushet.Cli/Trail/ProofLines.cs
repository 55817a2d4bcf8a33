namespace Taushet.Cli.Trail;

/// <summary>A proof as text: one hash a line, base64, ended by a newline on every machine.</summary>
internal static class ProofLines
{
    /// <summary>Writes the hashes.</summary>
    public static void Write(TextWriter output, IEnumerable<ReadOnlyMemory<byte>> proof)
    {
        foreach (var hash in proof)
        {
            output.Write($"{Convert.ToBase64String(hash.Span)}\n");
        }
    }
}
