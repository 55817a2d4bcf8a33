using Taushet.Core.Vocabulary;

namespace Taushet.Core.Consents;

/// <summary>Information that the child lawfully keeps from its guardians (pbrl § 3-4). It closes; it never opens.</summary>
/// <param name="Id">The secrecy's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Holder">The holder whose information is meant, or null for every holder.</param>
/// <param name="KeptFrom">From whom: a parent, or a carer in a parent's place.</param>
/// <param name="Cells">The cells it covers, categories widened.</param>
public sealed record SecrecyFact(Guid Id, int Version, Service? Holder, Service KeptFrom, CellSet Cells);
