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
        await ConsentToAdviceAsync(cast.Treated, Service.ChildAndYouthPsychiatry, Service.PrimarySchool, cancellation);
        await ConsentToAdviceAsync(cast.Relieved, Service.MunicipalHealthAndCare, Service.AfterSchoolCare, cancellation);
        await ConsentToAdviceAsync(cast.Habilitated, Service.SpecialistHealth, Service.Kindergarten, cancellation);
        await ObjectAsync(cast.Objecting, cancellation);
        foreach (var child in Others(cast))
        {
            await (people.AgeOf(child) switch
            {
                <= 5 => PermitTransitionAsync(child, cancellation),
                <= 15 => ConsentToAdviceAsync(child, Service.ChildAndYouthPsychiatry, Service.PrimarySchool, cancellation),
                _ => ObjectAsync(child, cancellation),
            });
        }
    }

    /// <summary>The children outside the stories who have consents or objections recorded.</summary>
    public IEnumerable<Child> Others(Cast cast) =>
        people.Children.Where(child => child.Place % 10 == 3 && !cast.Members.Contains(child));

    private Task PermitTransitionAsync(Child child, CancellationToken cancellation) => ParentsAsync(
        child,
        Terms(ConsentArea.Kindergarten, LanguageAndPlay) with
        {
            Holders = [new ConsentParty(Service.Kindergarten, string.Empty)],
            Receivers = [new ConsentParty(Service.PrimarySchool, string.Empty)],
            Purposes = MemberSet<Purpose>.Of(Purpose.TransitionToSchool),
        },
        cancellation);

    private Task ConsentToAdviceAsync(Child child, Service holder, Service receiver, CancellationToken cancellation) => ParentsAsync(
        child,
        Terms(ConsentArea.Health, DiagnosisAndAdvice) with
        {
            Holders = [new ConsentParty(holder, string.Empty)],
            Receivers = [new ConsentParty(receiver, string.Empty)],
            Purposes = MemberSet<Purpose>.Of(Purpose.AdaptTeaching),
        },
        cancellation);

    private Task ObjectAsync(Child child, CancellationToken cancellation) => registrar.AppendWishAsync(
        Event(NextId(), 0, child, WishKind.Objection, ConsentCapacity.Self, child.NationalNumber) with
        {
            Terms = Terms(ConsentArea.Health, [.. Codes<Cell>.Members]),
        },
        cancellation);

    // Those who have parental responsibility: both, or the mother alone.
    private async Task ParentsAsync(Child child, WishTerms terms, CancellationToken cancellation)
    {
        var id = NextId();
        var mother = Event(
            id, 0, child, WishKind.Consent, ConsentCapacity.ParentWithResponsibility, child.Family.Mother.NationalNumber);
        var father = Event(
            id, 1, child, WishKind.Consent, ConsentCapacity.ParentWithResponsibility, child.Family.Father.NationalNumber);
        await registrar.AppendWishAsync(mother with { Terms = terms }, cancellation);
        if (child.Family.Responsibility != ParentalResponsibility.Sole)
        {
            await registrar.AppendWishAsync(father, cancellation);
        }
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

    private WishTerms Terms(ConsentArea area, Cell[] cells) => new(
        area,
        Holders: [],
        Receivers: [],
        CellCategories.WithTopics(cells),
        Purposes: default,
        people.Today.AddDays(-30),
        people.Today.AddYears(1),
        ConsentForm.Electronic,
        InformationTextVersion: "2026-1",
        ChildHeard: people.Today.AddDays(-31));

    private Guid NextId() => new($"00000000-0000-4000-9000-{++recorded:D12}");
}
