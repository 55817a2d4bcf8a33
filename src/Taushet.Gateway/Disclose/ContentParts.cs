using System.Collections.Immutable;
using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>What a disclosure brings beside the record: narrative, observations, documents, and who told of it.</summary>
internal static class ContentParts
{
    private static readonly ImmutableArray<Leaf> NarrativeLeaves =
    [
        .. Wire.Narrative.Descriptor.Fields.InFieldNumberOrder()
            .Where(field => field.FieldType == FieldType.String)
            .Select(LeafOf),
    ];

    private static readonly FieldDescriptor Reporter = Field("reporting_person");
    private static readonly FieldDescriptor Attachments = Field("attachments");
    private static readonly MemberSet<Trait> ThirdPerson = MemberSet<Trait>.Of(Trait.ThirdPerson);

    /// <summary>The cells of what was brought, the record's not among them.</summary>
    public static CellSet CellsOf(Wire.DisclosureContent? content)
    {
        var cells = CellSet.Empty;
        if (content is null)
        {
            return cells;
        }

        foreach (var leaf in NarrativeLeaves.Where(leaf => content.Narrative is not null && leaf.Field.Accessor.HasValue(content.Narrative)))
        {
            cells |= CellSet.Of(leaf.Cell);
        }

        foreach (var observation in content.Observations)
        {
            cells |= ObservationParts.CellOf(observation.Category) is { } cell ? CellSet.Of(cell) : CellSet.Empty;
        }

        foreach (var attachment in content.Attachments)
        {
            cells |= CellSet.Of((Cell)(int)attachment.Cell);
        }

        return content.ReportingPerson is { } person ? cells | CellSet.Of(ReporterCell(person)) : cells;
    }

    /// <summary>Adds to a delivery what is permitted.</summary>
    public static void Build(Wire.DisclosureContent sent, Wire.DisclosureContent built, PartWalk walk)
    {
        if (sent.Narrative is { } narrative && Narrative(narrative, walk) is { } told)
        {
            built.Narrative = told;
        }

        for (var place = 0; place < sent.Observations.Count; place++)
        {
            if (ObservationParts.Build(sent.Observations[place], $"content.observations[{place}].", walk) is { } observation)
            {
                built.Observations.Add(observation);
            }
        }

        for (var place = 0; place < sent.Attachments.Count; place++)
        {
            if (Attachment(sent.Attachments[place], place, walk) is { } attachment)
            {
                built.Attachments.Add(attachment);
            }
        }

        if (sent.ReportingPerson is { } person && Person(person, walk) is { } known)
        {
            built.ReportingPerson = known;
        }
    }

    private static Wire.Narrative? Narrative(Wire.Narrative sent, PartWalk walk)
    {
        Wire.Narrative? built = null;
        var marks = EntryMarks.Of(sent.Labels).With(Core.Vocabulary.Label.Relevant);
        foreach (var leaf in NarrativeLeaves)
        {
            if (leaf.Field.Accessor.HasValue(sent) && walk.Permits(leaf, $"content.narrative.{leaf.Field.Name}", marks))
            {
                leaf.Field.Accessor.SetValue(built ??= new Wire.Narrative { Labels = marks.Travelling() }, leaf.Field.Accessor.GetValue(sent));
            }
        }

        return built;
    }

    private static Wire.AttachmentReference? Attachment(Wire.AttachmentReference sent, int place, PartWalk walk)
    {
        var marks = EntryMarks.Of(sent.Labels).With(Core.Vocabulary.Label.Relevant);
        var leaf = new Leaf(Attachments, (Cell)(int)sent.Cell, MemberSet<Trait>.Of(Trait.FreeText), string.Empty);
        return walk.Permits(leaf, $"content.attachments[{place}]", marks)
            ? new Wire.AttachmentReference
            {
                Reference = sent.Reference,
                Title = sent.Title,
                MediaType = sent.MediaType,
                Size = sent.Size,
                Sha256 = sent.Sha256,
                Cell = sent.Cell,
                Labels = marks.Travelling(),
            }
            : null;
    }

    // INVARIANT: who asked for secrecy, or may have, never leaves by machine, whatever a rule says.
    private static Wire.ReportingPerson? Person(Wire.ReportingPerson sent, PartWalk walk)
    {
        var cell = ReporterCell(sent);
        if (cell == Cell.PrivateReporter)
        {
            walk.NeverByMachine(cell, "content.reporting_person");
            return null;
        }

        var marks = default(EntryMarks).With(Core.Vocabulary.Label.Relevant);
        return walk.Permits(new Leaf(Reporter, cell, ThirdPerson, string.Empty), "content.reporting_person", marks)
            ? new Wire.ReportingPerson
            {
                AskedForSecrecy = false,
                FullName = sent.FullName,
                Phone = sent.Phone,
                StreetAddress = sent.StreetAddress,
                Relation = sent.Relation,
            }
            : null;
    }

    private static Cell ReporterCell(Wire.ReportingPerson person) =>
        person is { HasAskedForSecrecy: true, AskedForSecrecy: false } && person.FullName.Length > 0 ? Cell.ThirdPerson : Cell.PrivateReporter;

    private static Leaf LeafOf(FieldDescriptor field)
    {
        var options = field.GetOptions();
        var traits = options.GetExtension(Wire.OptionsExtensions.Trait)
            .Aggregate(default(MemberSet<Trait>), (all, trait) => all | MemberSet<Trait>.Of((Trait)(int)trait));
        return new Leaf(field, (Cell)(int)options.GetExtension(Wire.OptionsExtensions.Cell), traits, field.Name);
    }

    private static FieldDescriptor Field(string name) => Wire.DisclosureContent.Descriptor.FindFieldByName(name);
}
