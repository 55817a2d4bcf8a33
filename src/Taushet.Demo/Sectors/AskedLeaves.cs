using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>Picks from a record the leaves that were asked for, and builds a new record of them.</summary>
/// <remarks>
/// INVARIANT: only what was asked for is given. A leaf goes out when its cell was asked in full, or was asked of relevant
/// entries and its entry is labelled relevant for a stated need.
/// </remarks>
internal sealed class AskedLeaves
{
    private const int LabelsField = 15;

    private static readonly ConcurrentDictionary<MessageDescriptor, Leaf[]> LeavesByEntry = new();

    private readonly HashSet<Cell> full;

    private readonly HashSet<Cell> relevant;

    private readonly HashSet<Need> needs;

    /// <summary>Reads what was asked.</summary>
    public AskedLeaves(GetLeavesRequest request)
    {
        full = [.. request.Cells];
        relevant = [.. request.RelevantCells];
        needs = [.. request.Needs];
    }

    /// <summary>Picks.</summary>
    /// <returns>A new record, or null when nothing that was asked for is held.</returns>
    public ChildInformation? PickFrom(ChildInformation held)
    {
        var given = new ChildInformation();
        return PickSection(held, given) ? given : null;
    }

    private bool PickSection(IMessage held, IMessage given)
    {
        var any = false;
        foreach (var field in held.Descriptor.Fields.InDeclarationOrder())
        {
            any |= field.IsRepeated
                ? PickEach(field, held, (System.Collections.IList)field.Accessor.GetValue(given))
                : field.Accessor.HasValue(held) && PickOne(field, held, given);
        }

        return any;
    }

    private bool PickEach(FieldDescriptor field, IMessage held, System.Collections.IList given)
    {
        foreach (IMessage entry in (System.Collections.IEnumerable)field.Accessor.GetValue(held))
        {
            if (Pick(entry) is { } picked)
            {
                given.Add(picked);
            }
        }

        return given.Count > 0;
    }

    private bool PickOne(FieldDescriptor field, IMessage held, IMessage given)
    {
        if (Pick((IMessage)field.Accessor.GetValue(held)) is not { } picked)
        {
            return false;
        }

        field.Accessor.SetValue(given, picked);
        return true;
    }

    private IMessage? Pick(IMessage held)
    {
        var given = held.Descriptor.Parser.ParseFrom([]);
        var labels = held.Descriptor.FindFieldByNumber(LabelsField);
        var any = labels?.MessageType == EntryLabels.Descriptor
            ? PickEntry(held, given, labels)
            : PickSection(held, given);
        return any ? given : null;
    }

    private bool PickEntry(IMessage held, IMessage given, FieldDescriptor labelsField)
    {
        var labels = (EntryLabels?)labelsField.Accessor.GetValue(held);
        var any = false;
        foreach (var leaf in LeavesByEntry.GetOrAdd(held.Descriptor, LeavesOf))
        {
            if (leaf.Field.Accessor.HasValue(held) && IsAsked(leaf.Cell, labels))
            {
                leaf.Field.Accessor.SetValue(given, leaf.Field.Accessor.GetValue(held));
                any = true;
            }
        }

        if (any && labels is not null)
        {
            labelsField.Accessor.SetValue(given, labels.Clone());
        }

        return any;
    }

    private bool IsAsked(Cell cell, EntryLabels? labels) =>
        full.Contains(cell) || (relevant.Contains(cell) && labels is not null && IsRelevant(labels));

    private bool IsRelevant(EntryLabels labels) =>
        labels.Labels.Contains(Label.Relevant) || labels.RelevantFor.Any(needs.Contains);

    private static Leaf[] LeavesOf(MessageDescriptor entry) =>
        [.. entry.Fields.InDeclarationOrder()
            .Where(field => field.FieldType != FieldType.Message)
            .Select(field => new Leaf(field, field.GetOptions().GetExtension(OptionsExtensions.Cell)))];

    private sealed record Leaf(FieldDescriptor Field, Cell Cell);
}
