using Taushet.Policies.Book;

namespace Taushet.Policies;

/// <summary>Loads a policy folder: whole or not at all.</summary>
public static class PolicyLoader
{
    /// <summary>Reads and validates the folder.</summary>
    /// <param name="folder">The folder that holds acts.yaml, rules/ and the rest.</param>
    /// <returns>The book, or all faults at once. Bad content never throws.</returns>
    public static LoadResult Load(string folder) => new BookReader().Read(folder);

    /// <summary>Loads a policy set that was kept by its canonical content: the rules of then, without glossary and phrases.</summary>
    /// <returns>The book, or the faults that this version's reader finds in it.</returns>
    /// <exception cref="FormatException">The content is not canonical.</exception>
    public static LoadResult LoadKept(ReadOnlySpan<byte> content) => new BookReader().Read(content);
}
