using Taushet.Core.Vocabulary;

namespace Taushet.Core.Requests;

/// <summary>A recorded decision of a holder to give what the law leaves to it (MAY_BY_HOLDER). Never touches a MUST.</summary>
/// <param name="Id">The decision's id.</param>
/// <param name="Version">Its version, so that the append can see a change.</param>
/// <param name="Receiver">The receiver service it names.</param>
/// <param name="Purpose">The purpose it names.</param>
/// <param name="Cells">The cells it names, categories widened.</param>
public sealed record StandingDecisionFact(Guid Id, int Version, Service Receiver, Purpose Purpose, CellSet Cells);
