using Google.Protobuf.WellKnownTypes;
using Taushet.Demo.Sectors;
using Taushet.V1;

namespace Taushet.Demo.Scenarios;

/// <summary>What three of a school's staff have noted of a child in the weeks before its teacher reports: none of it alone is much.</summary>
internal static class NotedSigns
{
    /// <summary>Writes them into the school's book.</summary>
    public static IReadOnlyList<Observation> WriteInto(ObservationBook book, string child, DateTimeOffset now) =>
    [
        book.Note(child, Sign(
            ObservationCategory.Emotion, now.AddDays(-17), "Gråter stille i timen, vil ikke si hvorfor.", "Klasserommet", "Etter helgen.",
            new ActingPerson { Reference = "ansatt-12", Role = "kontaktlærer" })),
        book.Note(child, Sign(
            ObservationCategory.Social, now.AddDays(-9), "Går alene i friminuttene, takker nei når andre spør.", "Skolegården",
            "Var sammen med de andre før jul.", new ActingPerson { Reference = "ansatt-19", Role = "miljøarbeider" })),
        book.Note(child, Sign(
            ObservationCategory.Physical, now.AddHours(-3), "Blåmerker på begge overarmer.", "Garderoben", "Før gym; trekker ermene ned.",
            new ActingPerson { Reference = "ansatt-14", Role = "kroppsøvingslærer" })),
    ];

    private static Observation Sign(
        ObservationCategory category, DateTimeOffset at, string description, string place, string context, ActingPerson observer) => new()
        {
            Category = category,
            ObservedAt = Timestamp.FromDateTimeOffset(at),
            Place = place,
            Description = description,
            Context = context,
            Observer = observer,
        };
}
