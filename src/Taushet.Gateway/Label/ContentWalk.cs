using System.Collections;
using Google.Protobuf;
using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Label;

/// <summary>Walks the leaves of brought content in the record's order.</summary>
internal static class ContentWalk
{
    /// <summary>The cells of which the content has at least one leaf.</summary>
    public static CellSet CellsOf(Wire.ChildInformation? content)
    {
        var cells = CellSet.Empty;
        if (content is not null)
        {
            Walk(RecordMask.OfChildInformation.Root, content, string.Empty, (leaf, _, _, _) => cells |= CellSet.Of(leaf.Cell));
        }

        return cells;
    }

    /// <summary>Visits every leaf that is set, in the record's order: the leaf, its path with places, its entry's marks and the entry.</summary>
    public static void Each(Wire.ChildInformation? content, Action<Leaf, string, EntryMarks, IMessage> visit)
    {
        if (content is not null)
        {
            Walk(RecordMask.OfChildInformation.Root, content, string.Empty, visit);
        }
    }

    /// <summary>What becomes of each leaf. Nothing is cut silently.</summary>
    public static List<Wire.FieldOutcome> Outcomes(Wire.ChildInformation? content, Permission permission, Decision decision)
    {
        var outcomes = new List<Wire.FieldOutcome>();
        if (content is not null)
        {
            Walk(RecordMask.OfChildInformation.Root, content, string.Empty, (leaf, path, marks, _) => outcomes.Add(
                new Wire.FieldOutcome
                {
                    Path = path,
                    Cell = (Wire.Cell)(int)leaf.Cell,
                    Outcome = (Wire.Outcome)(int)decision.OutcomeOf(leaf.Cell),
                    Reason = (Wire.ReasonCode)(int)(Why(leaf, marks, permission, decision) ?? 0),
                }));
        }

        return outcomes;
    }

    private static ReasonCode? Why(Leaf leaf, EntryMarks marks, Permission permission, Decision decision) =>
        decision.ByHand.Contains(leaf.Cell) ? ReasonCode.ByHand : permission.WhyNot(leaf, marks);

    private static void Walk(Section section, IMessage message, string path, Action<Leaf, string, EntryMarks, IMessage> visit)
    {
        foreach (var child in section.Children)
        {
            var value = child.Field.Accessor.GetValue(message);
            if (value is IList list)
            {
                for (var place = 0; place < list.Count; place++)
                {
                    Walk(child, (IMessage)list[place]!, $"{path}{child.Field.Name}[{place}].", visit);
                }
            }
            else if (value is IMessage single)
            {
                Walk(child, single, $"{path}{child.Field.Name}.", visit);
            }
        }
    }

    private static void Walk(Child child, IMessage message, string path, Action<Leaf, string, EntryMarks, IMessage> visit)
    {
        if (child.Section is not null)
        {
            Walk(child.Section, message, path, visit);
            return;
        }

        var marks = EntryMarks.Of((Wire.EntryLabels?)child.Entry!.Labels.Accessor.GetValue(message));
        foreach (var leaf in child.Entry.Leaves)
        {
            if (leaf.Field.Accessor.HasValue(message))
            {
                visit(leaf, path + leaf.Field.Name, marks, message);
            }
        }
    }
}
