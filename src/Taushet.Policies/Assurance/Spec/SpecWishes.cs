using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>What the person concerned has recorded against sharing: objections, and what it keeps from its guardians.</summary>
internal static class SpecWishes
{
    private static readonly HashSet<Service> Guardians =
        [Service.ParentWithResponsibility, Service.ParentWithoutResponsibility, Service.FosterParentOrInstitution];

    /// <summary>Whether the receiver is a guardian: towards them what is kept from them closes, towards others an objection.</summary>
    public static bool TowardsGuardian(Request request) => Guardians.Contains(request.Receiver.Service);

    /// <summary>Whether an objection closes the cell; unreadable objections close every cell.</summary>
    public static bool Objected(Cell cell, Request request, Facts facts) =>
        !facts.Objections.IsKnown
        || facts.Objections.Value.Any(objection =>
            objection.Cells.Contains(cell)
            && (objection.Holder is not { } holder || holder == request.Holder.Service)
            && (objection.Receiver is not { } receiver || receiver == request.Receiver.Service));

    /// <summary>Whether it cannot be known what is kept from this receiver.</summary>
    public static bool SecrecyUnread(Request request, Facts facts) =>
        Guardians.Contains(request.Receiver.Service) && !facts.Secrecies.IsKnown;

    /// <summary>Whether the cell is kept from this receiver.</summary>
    public static bool KeptFromReceiver(Cell cell, Request request, Facts facts) =>
        SecrecyUnread(request, facts)
        || Recorded(facts).Any(secrecy => Concerns(secrecy, cell, request) && secrecy.KeptFrom == request.Receiver.Service);

    /// <summary>Whether the cell is not the guardians' to consent to.</summary>
    public static bool NotTheGuardians(Cell cell, Request request, Facts facts) =>
        !facts.Secrecies.IsKnown
        || IsOf(cell, Cell.KeptFromGuardians)
        || Recorded(facts).Any(secrecy => Concerns(secrecy, cell, request));

    /// <summary>Whether a cell is a category or a topic of it, by its code.</summary>
    public static bool IsOf(Cell cell, Cell category) =>
        cell == category || Codes<Cell>.Of(cell).StartsWith(Codes<Cell>.Of(category) + "/", StringComparison.Ordinal);

    private static IEnumerable<SecrecyFact> Recorded(Facts facts) => facts.Secrecies.IsKnown ? facts.Secrecies.Value : [];

    private static bool Concerns(SecrecyFact secrecy, Cell cell, Request request) =>
        secrecy.Cells.Contains(cell) && (secrecy.Holder is not { } holder || holder == request.Holder.Service);
}
