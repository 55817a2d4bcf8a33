using System.Collections;
using Google.Protobuf;
using Taushet.Core.Vocabulary;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Label;

/// <summary>Builds a release up, leaf by leaf, from what a source sent.</summary>
/// <remarks>
/// INVARIANT: a release is built up from permitted leaves. No message of the source is copied whole, and no unknown
/// field survives, since nothing but known leaves is ever copied.
/// </remarks>
internal sealed class BuildUp
{
    private readonly CellSet asked;
    private readonly Func<Leaf, EntryMarks, IMessage, bool> keeps;
    private CellSet present;
    private int unasked;

    private BuildUp(CellSet asked, Func<Leaf, EntryMarks, IMessage, bool> keeps)
    {
        this.asked = asked;
        this.keeps = keeps;
    }

    /// <summary>Builds the release of one answer.</summary>
    public static Narrowed Of(Wire.ChildInformation? sent, Permission permission) =>
        Of(sent, permission.Cells, (leaf, marks, _) => permission.WhyNot(leaf, marks) is null);

    /// <summary>Builds from the leaves that are kept.</summary>
    /// <param name="sent">What there is.</param>
    /// <param name="asked">The cells that may be there at all.</param>
    /// <param name="keeps">Whether a leaf of an entry, with the entry's marks, is kept.</param>
    public static Narrowed Of(Wire.ChildInformation? sent, CellSet asked, Func<Leaf, EntryMarks, IMessage, bool> keeps)
    {
        if (sent is null)
        {
            return Narrowed.Nothing;
        }

        var build = new BuildUp(asked, keeps);
        var release = (Wire.ChildInformation?)build.Build(RecordMask.OfChildInformation.Root, sent);
        return new Narrowed(release, build.present, build.unasked);
    }

    private IMessage? Build(Section section, IMessage sent)
    {
        IMessage? built = null;
        foreach (var child in section.Children)
        {
            var value = child.Field.Accessor.GetValue(sent);
            if (value is IList list)
            {
                Repeat(child, list, ref built, section);
            }
            else if (value is IMessage single && Build(child, single) is { } kept)
            {
                child.Field.Accessor.SetValue(built ??= section.Make(), kept);
            }
        }

        return built;
    }

    private void Repeat(Child child, IList sent, ref IMessage? built, Section section)
    {
        IList? target = null;
        for (var place = 0; place < sent.Count; place++)
        {
            if (Build(child, (IMessage)sent[place]!) is not { } kept)
            {
                continue;
            }

            target ??= (IList)child.Field.Accessor.GetValue(built ??= section.Make());
            target.Add(kept);
        }
    }

    private IMessage? Build(Child child, IMessage sent) =>
        child.Entry is { } entry ? Build(entry, sent) : Build(child.Section!, sent);

    private IMessage? Build(Entry entry, IMessage sent)
    {
        IMessage? built = null;
        var marks = EntryMarks.Of((Wire.EntryLabels?)entry.Labels.Accessor.GetValue(sent));
        foreach (var leaf in entry.Leaves)
        {
            var accessor = leaf.Field.Accessor;
            if (!accessor.HasValue(sent))
            {
                continue;
            }

            unasked += asked.Contains(leaf.Cell) ? 0 : 1;
            if (!keeps(leaf, marks, sent))
            {
                continue;
            }

            accessor.SetValue(built ??= entry.Make(), accessor.GetValue(sent));
            present |= CellSet.Of(leaf.Cell);
        }

        if (built is not null && marks.Travelling() is { } travelling)
        {
            entry.Labels.Accessor.SetValue(built, travelling);
        }

        return built;
    }
}
