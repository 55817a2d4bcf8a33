using Taushet.Policies.Book;

namespace Taushet.Policies;

/// <summary>Loads a policy folder: whole or not at all.</summary>
public static class PolicyLoader
{
    /// <summary>Reads and validates the folder.</summary>
    /// <param name="folder">The folder that holds acts.yaml, rules/ and the rest.</param>
    /// <returns>The book, or all faults at once. Bad content never throws.</returns>
    public static LoadResult Load(string folder) => new BookReader().Read(folder);
}
