namespace Taushet.Policies.Book;

/// <summary>A term of law and the identifier that stands for it in code.</summary>
/// <param name="Norsk">The Norwegian term.</param>
/// <param name="Identifier">The English identifier.</param>
/// <param name="Source">Where the law has the term.</param>
/// <param name="Meaning">What it means.</param>
public sealed record Term(string Norsk, string Identifier, string Source, string Meaning);
