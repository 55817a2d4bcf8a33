using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What the child lawfully keeps from its guardians: closed towards them, and not theirs to consent to (law 7.6, B3).</summary>
internal static class Secrecies
{
    private static readonly ServiceSet Guardians = ServiceSet.Of(
        Service.ParentWithResponsibility,
        Service.ParentWithoutResponsibility,
        Service.FosterParentOrInstitution);

    private static readonly CellSet AlwaysKept = CellCategories.WithTopics(Cell.KeptFromGuardians);

    /// <summary>Whether the receiver is a guardian: towards them a secrecy closes, towards others an objection.</summary>
    public static bool Concern(Request request) => Guardians.Contains(request.Receiver.Service);

    /// <summary>Whether it is not known what is kept from this receiver.</summary>
    public static bool Unknown(Request request, Facts facts) => Concern(request) && !facts.Secrecies.IsKnown;

    /// <summary>The cells that are kept from this receiver.</summary>
    /// <remarks>INVARIANT: secrecies that could not be read close everything towards the guardians that yields to them.</remarks>
    public static CellSet KeptFrom(Request request, Facts facts) =>
        Unknown(request, facts)
            ? CellSet.All
            : Kept(request, facts.Secrecies.Or([]), fact => fact.KeptFrom == request.Receiver.Service);

    /// <summary>The cells of this holder that are not the guardians' to consent to, whoever would receive them.</summary>
    public static CellSet NotTheirsToGive(Request request, Facts facts) =>
        facts.Secrecies.IsKnown ? AlwaysKept | Kept(request, facts.Secrecies.Value, _ => true) : CellSet.All;

    private static CellSet Kept(Request request, ImmutableArray<SecrecyFact> secrecies, Func<SecrecyFact, bool> meant)
    {
        var cells = CellSet.Empty;
        foreach (var secrecy in secrecies)
        {
            var here = secrecy.Holder is null || secrecy.Holder == request.Holder.Service;
            cells |= here && meant(secrecy) ? secrecy.Cells : CellSet.Empty;
        }

        return cells;
    }
}
