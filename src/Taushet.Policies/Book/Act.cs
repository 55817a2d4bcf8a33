namespace Taushet.Policies.Book;

/// <summary>An act that rules cite.</summary>
/// <param name="Name">Short name ("bvl").</param>
/// <param name="LovdataId">The act's id at Lovdata.</param>
/// <param name="Title">Title in bokmål.</param>
/// <param name="InForce">When it enters into force, where that is not in the past of this book; null otherwise.</param>
public sealed record Act(string Name, string LovdataId, string Title, EntryIntoForce? InForce = null);

/// <summary>The entry into force of an adopted act.</summary>
/// <param name="Date">The day, or null while nobody has set it.</param>
public sealed record EntryIntoForce(DateOnly? Date);
