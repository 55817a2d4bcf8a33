using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Storage.Ports;

namespace Taushet.Demo.Town;

/// <summary>Records consents, permissions and objections: those of the stories, and some of others as in life.</summary>
internal sealed class Wishes(IRegistrar registrar, Population people, DateTimeOffset now)
{
    private static readonly Cell[] LanguageAndPlay =
        [Cell.Identity, Cell.ClientRelation, Cell.ChildSchooling, Cell.ChildSocial];

    private static readonly Cell[] DiagnosisAndAdvice =
        [Cell.Identity, Cell.ClientRelation, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice, Cell.ChildSchooling];

    private int recorded;

    /// <summary>Records them all.</summary>
    public async Task RecordAsync(Cast cast, CancellationToken cancellation)
    {
        await PermitTransitionAsync(cast.Permitted, cancellation);
        await ConsentToAdviceAsync(cast.Treated, cancellation);
        await ObjectAsync(cast.Objecting, cancellation);
        foreach (var child in Others(cast))
        {
            await (people.AgeOf(child) switch
            {
                <= 5 => PermitTransitionAsync(child, cancellation),
                <= 15 => ConsentToAdviceAsync(child, cancellation),
                _ => ObjectAsync(child, cancellation),
            });
        }
    }

    /// <summary>The children outside the stories who have consents or objections recorded.</summary>
    public IEnumerable<Child> Others(Cast cast) =>
        people.Children.Where(child => child.Place % 10 == 3 && !cast.Members.Contains(child));

    private Task PermitTransitionAsync(Child child, CancellationToken cancellation) => BothParentsAsync(
        child,
        Terms(ConsentArea.Kindergarten, Service.Kindergarten, LanguageAndPlay, Purpose.TransitionToSchool),
        cancellation);

    private Task ConsentToAdviceAsync(Child child, CancellationToken cancellation) => BothParentsAsync(
        child,
        Terms(ConsentArea.Health, Service.ChildAndYouthPsychiatry, DiagnosisAndAdvice, Purpose.AdaptTeaching),
        cancellation);

    private Task ObjectAsync(Child child, CancellationToken cancellation) => registrar.AppendWishAsync(
        Event(NextId(), 0, child, WishKind.Objection, ConsentCapacity.Self, child.NationalNumber) with
        {
            Terms = Terms(ConsentArea.Health, null, [.. Codes<Cell>.Members], null),
        },
        cancellation);

    private async Task BothParentsAsync(Child child, WishTerms terms, CancellationToken cancellation)
    {
        var id = NextId();
        var mother = Event(
            id, 0, child, WishKind.Consent, ConsentCapacity.ParentWithResponsibility, child.Family.Mother.NationalNumber);
        var father = Event(
            id, 1, child, WishKind.Consent, ConsentCapacity.ParentWithResponsibility, child.Family.Father.NationalNumber);
        await registrar.AppendWishAsync(mother with { Terms = terms }, cancellation);
        await registrar.AppendWishAsync(father, cancellation);
    }

    private WishEvent Event(Guid id, int seen, Child child, WishKind kind, ConsentCapacity capacity, string giver) => new(
        id,
        seen,
        child.NationalNumber,
        kind,
        ConsentEventKind.Given,
        new ConsentGiver(capacity, LivesWithChild: true),
        giver,
        now,
        RecordedBy: Organisations.School.Number + " ansatt-9",
        EvidenceReference: $"skjema-{recorded}",
        Terms: null);

    private WishTerms Terms(ConsentArea area, Service? holder, Cell[] cells, Purpose? purpose) => new(
        area,
        holder is { } from ? [new ConsentParty(from, string.Empty)] : [],
        holder is null ? [] : [new ConsentParty(Service.PrimarySchool, string.Empty)],
        CellCategories.WithTopics(cells),
        purpose is { } named ? MemberSet<Purpose>.Of(named) : default,
        people.Today.AddDays(-30),
        people.Today.AddYears(1),
        ConsentForm.Electronic,
        InformationTextVersion: "2026-1",
        ChildHeard: people.Today.AddDays(-31));

    private Guid NextId() => new($"00000000-0000-4000-9000-{++recorded:D12}");
}
