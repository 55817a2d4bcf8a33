using System.Globalization;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Demo.People;

/// <summary>The synthetic children of one made-up municipality.</summary>
/// <param name="Children">The children, in order of place.</param>
/// <param name="Today">The day the ages are counted on.</param>
internal sealed record Population(IReadOnlyList<Child> Children, DateOnly Today)
{
    /// <summary>Children of kindergarten age, 1 to 5.</summary>
    public const int OfKindergartenAge = 230;

    /// <summary>Children of school age, 6 to 15.</summary>
    public const int OfSchoolAge = 240;

    /// <summary>Young people, 16 and 17.</summary>
    public const int Youth = 50;

    /// <summary>Makes the population. The same seed and day give the same people.</summary>
    public static Population Generate(ulong seed, DateOnly today) => new PopulationMaker(seed, today).Make();

    /// <summary>Age in whole years.</summary>
    public int AgeOf(Child child) => OsloTime.AgeOn(child.BirthDate, Today);

    /// <summary>The siblings of a child.</summary>
    public IEnumerable<Child> SiblingsOf(Child child) =>
        Children.Where(other => other.Family == child.Family && other.Place != child.Place);

    private sealed class PopulationMaker(ulong seed, DateOnly today)
    {
        private readonly Sequence sequence = new(seed);

        private readonly HashSet<string> numbers = new(StringComparer.Ordinal);

        private readonly List<Child> children = [];

        private int families;

        public Population Make()
        {
            AddChildren(OfKindergartenAge, youngest: 1, ages: 5);
            AddChildren(OfSchoolAge, youngest: 6, ages: 10);
            AddChildren(Youth, youngest: 16, ages: 2);
            return new Population(children, today);
        }

        // Every third child is a sibling of the one before it, so that families have one to three children.
        private void AddChildren(int count, int youngest, int ages)
        {
            for (var made = 0; made < count; made++)
            {
                var place = children.Count;
                var sibling = place % 3 == 2 ? children[place - 1] : null;
                var family = sibling?.Family ?? NewFamily();
                var grading = sibling?.Grading ?? GradingOf(place);
                var birthDate = BirthDate(youngest + made % ages);
                children.Add(new Child(place, Number(birthDate), GivenName(family), family, birthDate, grading));
            }
        }

        private string GivenName(Family family)
        {
            var taken = children.Where(child => child.Family == family).Select(child => child.GivenName).ToHashSet();
            string name;
            do
            {
                name = sequence.OneOf(Names.Children);
            }
            while (taken.Contains(name));
            return name;
        }

        // About one family in forty is strictly graded, as many confidential: enough to meet, few as in life.
        private static Grading GradingOf(int place) => (place % 80) switch
        {
            37 or 76 => Grading.StrictlyConfidential,
            16 or 57 => Grading.Confidential,
            _ => Grading.Ungraded,
        };

        private Family NewFamily()
        {
            var name = sequence.OneOf(Names.FamilyFirst) + sequence.OneOf(Names.FamilyLast);
            var responsibility = sequence.OneOf(
                ParentalResponsibility.JointTogether,
                ParentalResponsibility.JointTogether,
                ParentalResponsibility.JointOneHome,
                ParentalResponsibility.Sole);
            var street = $"{sequence.OneOf(Names.Streets)} {sequence.Below(90) + 1}";
            return new Family(families++, name, responsibility, NewParent(Names.Mothers, name), NewParent(Names.Fathers, name), street);
        }

        private Parent NewParent(IReadOnlyList<string> given, string family)
        {
            var birthDate = today.AddYears(-30 - sequence.Below(15)).AddDays(-sequence.Below(360));
            var phone = string.Create(CultureInfo.InvariantCulture, $"+47 000 0{sequence.Below(10)} {sequence.Below(1000):D3}");
            return new Parent($"{sequence.OneOf(given)} {family}", Number(birthDate), phone);
        }

        private DateOnly BirthDate(int age) => today.AddYears(-age).AddDays(-1 - sequence.Below(330));

        private string Number(DateOnly birthDate)
        {
            while (true)
            {
                var individual = birthDate.Year < 2000 ? sequence.Below(500) : 500 + sequence.Below(500);
                if (SyntheticNumber.Compose(birthDate, individual) is { } number && numbers.Add(number))
                {
                    return number;
                }
            }
        }
    }
}
