using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class ParticipantContract : StoreContract
{
    private static readonly Participant School = new(
        Given.HolderOrganisation,
        People.Organisation(3),
        Service.PrimarySchool,
        ServiceForm.Municipal,
        "Nordby skole",
        "+47 00 00 00 00",
        new Uri("http://127.0.0.1:5001/"),
        Given.Today,
        Given.Today.AddDays(10));

    [StoreFact]
    public async Task FindAsync_Registered_FindsItOnItsDays()
    {
        await Store.Registrar.RegisterAsync(School, default);

        (await FindAsync(School, Given.Today)).ShouldBe(new ParticipantLookup(Available: true, School));
        (await FindAsync(School, Given.Today.AddDays(10))).Participant.ShouldBe(School);
        (await FindAsync(School, Given.Today.AddDays(11))).ShouldBe(new ParticipantLookup(Available: true, Participant: null));
        (await FindAsync(School, Given.Today.AddDays(-1))).Participant.ShouldBeNull();
    }

    [StoreFact]
    public async Task FindAsync_AnotherServiceUnitOrOrganisation_FindsNothing()
    {
        await Store.Registrar.RegisterAsync(School, default);

        (await FindAsync(School with { Service = Service.Barnevern }, Given.Today)).Participant.ShouldBeNull();
        (await FindAsync(School with { Unit = string.Empty }, Given.Today)).Participant.ShouldBeNull();
        (await FindAsync(School with { Organisation = Given.ReceiverOrganisation }, Given.Today)).Participant.ShouldBeNull();
    }

    [StoreFact]
    public async Task RegisterAsync_Again_Replaces()
    {
        var moved = School with { SourceAddress = null, To = null, Form = ServiceForm.Private };
        await Store.Registrar.RegisterAsync(School, default);
        await Store.Registrar.RegisterAsync(moved, default);

        (await FindAsync(School, Given.Today.AddDays(1000))).Participant.ShouldBe(moved);
    }

    [StoreFact]
    public async Task FindScopesAsync_RegisteredIntegration_ItsScopesOnItsDaysForItsIssuerAndUnitAlone()
    {
        var school = new Integration("maskinporten", School.Organisation, School.Unit, School.Service, "taushet:share", Given.Today, Given.Today.AddDays(10));
        await Store.Registrar.RegisterAsync(school, default);
        await Store.Registrar.RegisterAsync(school with { Scope = "taushet:more", To = null }, default);
        var query = new IntegrationQuery("maskinporten", School.Organisation, School.Unit, School.Service, Given.Today);

        (await ScopesAsync(query)).ShouldBe(["taushet:more", "taushet:share"]);
        (await ScopesAsync(query with { Date = Given.Today.AddDays(11) })).ShouldBe(["taushet:more"]);
        (await ScopesAsync(query with { Date = Given.Today.AddDays(-1) })).ShouldBeEmpty();
        (await ScopesAsync(query with { Issuer = "helseid" })).ShouldBeEmpty();
        (await ScopesAsync(query with { Unit = string.Empty })).ShouldBeEmpty();
        (await ScopesAsync(query with { Service = Service.Barnevern })).ShouldBeEmpty();
    }

    [StoreFact]
    public async Task RegisterAsync_IntegrationWithAnotherLastDay_EndsThen()
    {
        var school = new Integration("maskinporten", School.Organisation, School.Unit, School.Service, "taushet:share", Given.Today, null);
        await Store.Registrar.RegisterAsync(school, default);
        await Store.Registrar.RegisterAsync(school with { To = Given.Today }, default);
        var query = new IntegrationQuery("maskinporten", School.Organisation, School.Unit, School.Service, Given.Today);

        (await ScopesAsync(query)).ShouldBe(["taushet:share"]);
        (await ScopesAsync(query with { Date = Given.Today.AddDays(1) })).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> ScopesAsync(IntegrationQuery query)
    {
        var lookup = await Store.Participants.FindScopesAsync(query, default);
        lookup.Available.ShouldBeTrue();
        return lookup.Scopes;
    }

    private ValueTask<ParticipantLookup> FindAsync(Participant participant, DateOnly date) =>
        Store.Participants.FindAsync(participant.Organisation, participant.Unit, participant.Service, date, default);
}
