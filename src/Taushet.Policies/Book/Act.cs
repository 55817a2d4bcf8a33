namespace Taushet.Policies.Book;

/// <summary>An act that rules cite.</summary>
/// <param name="Name">Short name ("bvl").</param>
/// <param name="LovdataId">The act's id at Lovdata.</param>
/// <param name="Title">Title in bokmål.</param>
public sealed record Act(string Name, string LovdataId, string Title);
