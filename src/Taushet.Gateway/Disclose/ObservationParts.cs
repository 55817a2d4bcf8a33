using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>The leaves of an observation: its cell is that of its category.</summary>
internal static class ObservationParts
{
    private static readonly FieldDescriptor Head = Field("category");
    private static readonly FieldDescriptor Place = Field("place");
    private static readonly FieldDescriptor Description = Field("description");
    private static readonly FieldDescriptor Context = Field("context");

    /// <summary>The cell of a category; null of none.</summary>
    public static Cell? CellOf(Wire.ObservationCategory category) => category switch
    {
        Wire.ObservationCategory.Emotion => Cell.SignsEmotion,
        Wire.ObservationCategory.Development => Cell.SignsDevelopment,
        Wire.ObservationCategory.Social => Cell.SignsSocial,
        Wire.ObservationCategory.Physical => Cell.SignsPhysical,
        Wire.ObservationCategory.Parenting => Cell.SignsParenting,
        _ => null,
    };

    /// <summary>What is permitted of an observation; null when it is not.</summary>
    public static Wire.Observation? Build(Wire.Observation sent, string path, PartWalk walk)
    {
        var cell = CellOf(sent.Category) ?? throw new InvalidOperationException("An observation without a category was let in.");
        var marks = EntryMarks.Of(sent.Labels).With(Core.Vocabulary.Label.Relevant);
        if (!walk.Permits(Head, cell, default, path, marks))
        {
            return null;
        }

        var built = new Wire.Observation
        {
            ObservationId = sent.ObservationId,
            Category = sent.Category,
            ObservedAt = sent.ObservedAt,
            Observer = sent.Observer,
            Labels = marks.Travelling(),
        };
        if (sent.HasPlace && walk.Permits(Place, cell, MemberSet<Trait>.Of(Trait.LocatesChild), path, marks))
        {
            built.Place = sent.Place;
        }

        if (sent.HasDescription && walk.Permits(Description, cell, MemberSet<Trait>.Of(Trait.FreeText), path, marks))
        {
            built.Description = sent.Description;
        }

        if (sent.HasContext && walk.Permits(Context, cell, MemberSet<Trait>.Of(Trait.FreeText), path, marks))
        {
            built.Context = sent.Context;
        }

        return built;
    }

    private static FieldDescriptor Field(string name) => Wire.Observation.Descriptor.FindFieldByName(name);
}
