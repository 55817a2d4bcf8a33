using Google.Protobuf.Reflection;
using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Asks of each leaf that was brought beside the record whether it is permitted, and keeps what became of it.</summary>
internal sealed class PartWalk(Permission permission, Decision decision)
{
    private readonly List<Wire.FieldOutcome> outcomes = [];

    /// <summary>What became of each leaf, in the order in which they were asked about.</summary>
    public IReadOnlyList<Wire.FieldOutcome> Outcomes => outcomes;

    /// <summary>The cells of which something was permitted.</summary>
    public CellSet Present { get; private set; }

    /// <summary>Whether a leaf is permitted.</summary>
    public bool Permits(FieldDescriptor field, Cell cell, MemberSet<Trait> traits, string path, EntryMarks marks) =>
        Keep(new Leaf(field, cell, traits, path + field.Name), WhyNot(new Leaf(field, cell, traits, path), marks));

    /// <summary>Whether a leaf that carries its own cell is permitted.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="path">Where it stands in the disclosure.</param>
    /// <param name="marks">What stands on it.</param>
    public bool Permits(Leaf leaf, string path, EntryMarks marks) => Keep(leaf with { Path = path }, WhyNot(leaf, marks));

    /// <summary>Keeps that a leaf never goes by machine, whatever the rules say of its cell.</summary>
    public void NeverByMachine(Cell cell, string path) => Keep(
        new Leaf(Wire.DisclosureContent.Descriptor.FindFieldByName("reporting_person"), cell, default, path),
        decision.Must.Contains(cell) ? ReasonCode.ByHand : ReasonCode.NotPermitted);

    private ReasonCode? WhyNot(Leaf leaf, EntryMarks marks) =>
        decision.ByHand.Contains(leaf.Cell) ? ReasonCode.ByHand : permission.WhyNot(leaf, marks);

    private bool Keep(Leaf leaf, ReasonCode? why)
    {
        outcomes.Add(new Wire.FieldOutcome
        {
            Path = leaf.Path,
            Cell = (Wire.Cell)(int)leaf.Cell,
            Outcome = (Wire.Outcome)(int)decision.OutcomeOf(leaf.Cell),
            Reason = (Wire.ReasonCode)(int)(why ?? 0),
        });
        Present |= why is null ? CellSet.Of(leaf.Cell) : CellSet.Empty;
        return why is null;
    }
}
