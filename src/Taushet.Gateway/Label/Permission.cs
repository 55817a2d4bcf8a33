using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Mark = Taushet.Core.Vocabulary.Label;

namespace Taushet.Gateway.Label;

/// <summary>What one decision permits of entries, once their labels are seen.</summary>
internal sealed class Permission
{
    private static readonly Service[] Family =
    [
        Service.ParentWithResponsibility,
        Service.ParentWithoutResponsibility,
        Service.FosterParentOrInstitution,
    ];

    private static readonly (Mark Mark, Cell Shielded)[] SoftLabels =
    [
        (Mark.ConcernsOtherPerson, Cell.ThirdPerson),
        (Mark.ToldInConfidence, Cell.ChildStatement),
        (Mark.InternalDraft, Cell.InternalDraft),
    ];

    private readonly Request request;
    private readonly CellSet owed;
    private readonly CellSet relevant;
    private readonly MemberSet<Trait> closed;
    private readonly bool toFamily;

    /// <summary>Reads the decision.</summary>
    public Permission(Request request, Decision decision)
    {
        this.request = request;
        Cells = decision.Released;
        owed = decision.Must;
        relevant = decision.Relevant;
        closed = decision.ClosedTraits;
        toFamily = Family.Contains(request.Receiver.Service);
    }

    /// <summary>The cells that are permitted, labels and traits aside.</summary>
    public CellSet Cells { get; }

    /// <summary>Why a leaf of a permitted cell stays, or null when it is given.</summary>
    public ReasonCode? WhyNot(Leaf leaf, EntryMarks marks)
    {
        if (!Cells.Contains(leaf.Cell))
        {
            return ReasonCode.NotPermitted;
        }

        if (ClosedByTrait(leaf, marks))
        {
            // What is owed but locates the child travels by hand.
            return owed.Contains(leaf.Cell) ? ReasonCode.ByHand : ReasonCode.NotPermitted;
        }

        return ClosedByLabel(leaf.Cell, marks) ? ReasonCode.LabelCloses : null;
    }

    private bool ClosedByTrait(Leaf leaf, EntryMarks marks)
    {
        // INVARIANT: the place of an acute event that is owed to the police is never removed.
        var placeOfEvent = leaf.Cell == Cell.Incident
            && request.Receiver.Service == Service.Police
            && owed.Contains(Cell.Incident);
        var shut = leaf.Traits & closed;
        shut -= placeOfEvent ? MemberSet<Trait>.Of(Trait.LocatesChild, Trait.FreeText) : default;
        shut -= marks.Has(Mark.FreeOfLocation) ? MemberSet<Trait>.Of(Trait.FreeText) : default;
        return !shut.IsEmpty;
    }

    private bool ClosedByLabel(Cell cell, EntryMarks marks)
    {
        if (marks.Unknown || (toFamily && marks.Has(Mark.WithheldFromGuardians)))
        {
            return true;
        }

        // A label that softly shields asks for the extent RELEVANT: always under a duty, and else where a rule names
        // the shielded cell itself.
        var needsRelevant = relevant.Contains(cell);
        foreach (var (label, shielded) in SoftLabels)
        {
            // A leaf of the shielded category itself is judged by its cell.
            if (!marks.Has(label) || CellCategories.WithTopics(shielded).Contains(cell))
            {
                continue;
            }

            if (!owed.Contains(cell) && !Cells.Contains(shielded))
            {
                return true;
            }

            needsRelevant = true;
        }

        return needsRelevant && !marks.IsRelevant(cell, request.Needs);
    }
}
