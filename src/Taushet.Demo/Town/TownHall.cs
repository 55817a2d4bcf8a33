using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Sectors;
using Taushet.Storage.Ports;

namespace Taushet.Demo.Town;

/// <summary>Fills the gateway's own registers for the made-up municipality.</summary>
/// <param name="registrar">The registers.</param>
/// <param name="people">The people.</param>
internal sealed class TownHall(IRegistrar registrar, Population people)
{
    private static readonly DateOnly Opened = new(2020, 1, 1);

    /// <summary>Registers participants, persons, consents, objections and standing decisions.</summary>
    /// <param name="cast">Whose consents and objections the stories need.</param>
    /// <param name="sources">Where the sector systems answer.</param>
    /// <param name="now">When it is done.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task RegisterAllAsync(
        Cast cast,
        IReadOnlyDictionary<Organisation, Uri> sources,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        await RegisterParticipantsAsync(sources, cancellation);
        await FeedRegistryAsync(now, cancellation);
        var wishes = new Wishes(registrar, people, now);
        var institution = SectorCatalogue.Of(Organisations.Institution);
        var placed = people.Children.Where(child => institution.Serves(child, people)).ToHashSet();
        foreach (var child in placed.Union(cast.Members).Union(wishes.Others(cast)))
        {
            var care = placed.Contains(child) ? CareSituation.CareOrder : CareSituation.Parents;
            await registrar.RegisterCareAsync(
                child.NationalNumber,
                new CareRow(care, HiddenAddress: false, ContactBan: false, Opened),
                cancellation);
        }

        await wishes.RecordAsync(cast, cancellation);
        await registrar.RecordAsync(StandingDecision(), cancellation);
    }

    /// <summary>Imports the person registry anew. A feed older than the gateway's limit makes gradings unknown.</summary>
    public Task FeedRegistryAsync(DateTimeOffset asOf, CancellationToken cancellation) => registrar.ImportAsync(
        [.. people.Children.Select(child => new PersonRow(
            child.NationalNumber,
            child.BirthDate,
            child.Grading,
            child.Family.Responsibility,
            DeathDate: null))],
        asOf,
        cancellation);

    /// <summary>Registers the organisations, those with a sector system at its address.</summary>
    public async Task RegisterParticipantsAsync(IReadOnlyDictionary<Organisation, Uri> sources, CancellationToken cancellation)
    {
        foreach (var organisation in Organisations.All)
        {
            await registrar.RegisterAsync(
                new Participant(
                    organisation.Number,
                    Unit: string.Empty,
                    organisation.Service,
                    organisation.Form,
                    organisation.Name,
                    Telephone: "00 00 00 00",
                    sources.GetValueOrDefault(organisation),
                    Opened,
                    To: null),
                cancellation);
        }
    }

    // Barnevern lets the school know who may collect a child: its own task, decided once for the service.
    private StandingDecisionRow StandingDecision() => new(
        new Guid("00000000-0000-4000-8000-000000000001"),
        Organisations.Barnevern.Number,
        Service.Barnevern,
        new StandingDecisionFact(
            new Guid("00000000-0000-4000-8000-000000000001"),
            Version: 1,
            Service.PrimarySchool,
            Purpose.CarryOutMeasure,
            CellCategories.WithTopics(Cell.Identity, Cell.CareSafetyCollection)),
        "leder-3",
        Opened,
        people.Today.AddYears(1));
}
