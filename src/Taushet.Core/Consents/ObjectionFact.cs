using Taushet.Core.Vocabulary;

namespace Taushet.Core.Consents;

/// <summary>A recorded objection to sharing (hpl § 29; pbrl § 5-3; pjl § 17). It closes; it never opens.</summary>
/// <param name="Id">The objection's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Holder">The holder it is directed at, or null for every holder.</param>
/// <param name="Receiver">The receiver it is directed at, or null for every receiver.</param>
/// <param name="Cells">The cells it covers, categories widened.</param>
public sealed record ObjectionFact(Guid Id, int Version, Service? Holder, Service? Receiver, CellSet Cells);
