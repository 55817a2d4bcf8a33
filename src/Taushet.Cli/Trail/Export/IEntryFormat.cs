namespace Taushet.Cli.Trail.Export;

/// <summary>One form of an export: what stands before the entries, each entry, and what stands after them.</summary>
internal interface IEntryFormat
{
    /// <summary>Begins.</summary>
    void Begin(TextWriter output);

    /// <summary>Writes one entry.</summary>
    void Write(TextWriter output, ExportedEntry entry);

    /// <summary>Ends.</summary>
    void End(TextWriter output);
}
