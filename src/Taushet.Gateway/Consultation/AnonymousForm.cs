using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consultation;

/// <summary>What of a record may be told of a child nobody may recognise: built up from the leaves that are kept.</summary>
/// <remarks>
/// INVARIANT: no leaf of the form locates the child, tells of another person, or is exact: what is told are confirmed texts, and yes or no.
/// </remarks>
internal sealed class AnonymousForm
{
    private readonly Permission permission;
    private readonly IdentifyingWords identifying;
    private readonly bool textsConfirmed;

    private AnonymousForm(Permission permission, IdentifyingWords identifying, bool textsConfirmed)
    {
        this.permission = permission;
        this.identifying = identifying;
        this.textsConfirmed = textsConfirmed;
    }

    /// <summary>Makes the form.</summary>
    /// <param name="content">The record; may be null.</param>
    /// <param name="narrative">The employee's own words; may be empty.</param>
    /// <param name="permission">What the law opens to the discussion.</param>
    /// <param name="textsConfirmed">Whether a human has confirmed that no text identifies.</param>
    public static Anonymised Of(Wire.ChildInformation? content, string narrative, Permission permission, bool textsConfirmed)
    {
        var form = new AnonymousForm(permission, IdentifyingWords.Of(content), textsConfirmed);
        var told = BuildUp.Of(content, permission.Cells, (leaf, marks, entry) => form.WhyNot(leaf, marks, entry) is null);
        var stripped = new List<Wire.StrippedField>();
        ContentWalk.Each(content, (leaf, path, marks, entry) => Note(stripped, path, form.WhyNot(leaf, marks, entry)));
        if (narrative.Length > 0)
        {
            Note(stripped, "narrative", form.WhyNot(narrative));
        }

        return new Anonymised(told, stripped);
    }

    /// <summary>Whether a leaf is a text that the form could hold.</summary>
    public static bool IsTellableText(Leaf leaf) =>
        leaf.Traits.Contains(Trait.FreeText) && !leaf.Traits.Meets(MemberSet<Trait>.Of(Trait.LocatesChild, Trait.ThirdPerson));

    private static void Note(List<Wire.StrippedField> stripped, string path, Wire.StrippedReason? why)
    {
        if (why is { } reason)
        {
            stripped.Add(new Wire.StrippedField { Path = path, Reason = reason });
        }
    }

    private Wire.StrippedReason? WhyNot(Leaf leaf, EntryMarks marks, IMessage entry) =>
        leaf.Traits.Contains(Trait.LocatesChild) ? Wire.StrippedReason.LocatesChild
        : leaf.Traits.Contains(Trait.ThirdPerson) ? Wire.StrippedReason.OtherPerson
        : !permission.Cells.Contains(leaf.Cell) ? Wire.StrippedReason.NotOpen
        : permission.WhyNot(leaf, marks) is not null ? Wire.StrippedReason.Label
        : leaf.Traits.Contains(Trait.FreeText) ? WhyNot((string)leaf.Field.Accessor.GetValue(entry))
        : leaf.Field.FieldType == FieldType.Bool ? null
        : Wire.StrippedReason.Exact;

    private Wire.StrippedReason? WhyNot(string text) =>
        !textsConfirmed ? Wire.StrippedReason.NotConfirmed
        : identifying.OccurIn(text) ? Wire.StrippedReason.RepeatsIdentity
        : null;
}

/// <summary>The form, and what is not part of it.</summary>
/// <param name="Told">What may be told of the record.</param>
/// <param name="Stripped">What may not, and why.</param>
internal sealed record Anonymised(Narrowed Told, IReadOnlyList<Wire.StrippedField> Stripped);
