using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Demo.Sectors;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

public sealed class ObservationBookTests
{
    private static readonly DateTimeOffset Seen = new(2026, 9, 1, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Note_SeveralChildren_EachChildsInTheOrderTheyWereSeenAlsoWhenTheBookIsOpenedAgain()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("taushet-book-").FullName, "book");
        var book = new ObservationBook(file);
        var late = book.Note("one", Sign(Seen.AddDays(1)));
        var early = book.Note("one", Sign(Seen));
        var other = book.Note("other", Sign(Seen));

        var opened = new ObservationBook(file);

        opened.Of("one").ShouldBe([early, late]);
        opened.Of("other").ShouldBe([other]);
        opened.Of("nobody").ShouldBeEmpty();
        opened.Find(late.ObservationId).ShouldBe(late);
        opened.Find(ByteString.CopyFromUtf8("another")).ShouldBeNull();
        new[] { late, early, other }.Select(noted => noted.ObservationId).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Note_WithoutCategoryTimeDescriptionOrObserver_IsRefused()
    {
        var book = new ObservationBook(Path.Combine(Directory.CreateTempSubdirectory("taushet-book-").FullName, "book"));
        Action<Observation>[] lacks =
        [
            sign => sign.Category = ObservationCategory.Unspecified, sign => sign.ObservedAt = null, sign => sign.ClearDescription(),
            sign => sign.Observer = null,
        ];

        foreach (var lack in lacks)
        {
            var sign = Sign(Seen);
            lack(sign);
            Should.Throw<ArgumentException>(() => book.Note("one", sign));
        }

        book.Of("one").ShouldBeEmpty();
    }

    private static Observation Sign(DateTimeOffset at) => new()
    {
        Category = ObservationCategory.Physical,
        ObservedAt = Timestamp.FromDateTimeOffset(at),
        Place = "Garderoben",
        Description = "Blåmerker",
        Context = "Før gym",
        Observer = new ActingPerson { Reference = "ansatt-14", Role = "kroppsøvingslærer" },
    };
}
