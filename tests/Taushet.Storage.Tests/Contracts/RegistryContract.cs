using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Changes of the register of participants: proposed by one, decided by another, stored with their entries or not at all.</summary>
public abstract class RegistryContract : StoreContract
{
    private static readonly RegistrationKey School = new(Given.HolderOrganisation, People.Organisation(3), Service.PrimarySchool);

    private static readonly RegistrationTerms Terms = new(
        ServiceForm.Municipal,
        "Nordby skole æøå",
        "+47 00 00 00 00",
        new Uri("https://school.invalid:5001/"),
        Given.Today,
        Given.Today.AddDays(30),
        [new RegisteredScope("maskinporten", "taushet:share"), new RegisteredScope("helseid", "taushet:school")]);

    private static readonly RegistryActor First = new("admin-1", "entra oid:1");
    private static readonly RegistryActor Second = new("admin-2", "entra oid:2");

    [StoreFact]
    public async Task Proposal_Stored_ChangesNothingAndIsReadAsItWas()
    {
        var proposal = Proposal(Terms) with { Warnings = [RegistryWarning.Deleted, RegistryWarning.OtherName] };
        var entry = await StoredAsync(new RegisterChange.OfProposal(proposal));

        var stored = (await Store.Registry.FindProposalAsync(proposal.Id, default)).Found.ShouldNotBeNull();
        stored.Entry.ShouldBe(entry);
        stored.Decided.ShouldBeNull();
        ShouldBeSame(stored.Proposal, proposal);
        (await FindAsync(Given.Today)).Participant.ShouldBeNull();
        (await RecordAsync()).Version.ShouldBe(0);
        await ShouldVerifyAsync();
    }

    /// <summary>INVARIANT: what a confirmed change does not list is closed from its first day on, whatever stood before.</summary>
    [StoreFact]
    public async Task Confirmed_ReplacesEveryPeriodAndIntegrationFromItsFirstDayOn()
    {
        await ImportAsync(Given.Today.AddDays(-100), null, "old", "taushet:old");
        await ImportAsync(Given.Today.AddDays(10), null, "later", "taushet:later");
        await ImportAsync(Given.Today, null, "same day", "taushet:same-day");
        var (_, verdict) = await ConfirmAsync(Proposal(Terms), Given.Today);

        (await FindAsync(Given.Today.AddDays(-1))).Participant!.Name.ShouldBe("old");
        foreach (var day in new[] { 0, 9, 10, 30 })
        {
            (await FindAsync(Given.Today.AddDays(day))).Participant.ShouldBe(new Participant(
                School.Organisation, School.Unit, School.Service, Terms.Form, Terms.Name, Terms.Telephone, Terms.SourceAddress, Given.Today, Terms.To));
            (await ScopesAsync("maskinporten", day)).ShouldBe(["taushet:share"]);
            (await ScopesAsync("helseid", day)).ShouldBe(["taushet:school"]);
        }

        (await FindAsync(Given.Today.AddDays(31))).Participant.ShouldBeNull();
        (await ScopesAsync("maskinporten", 31)).ShouldBeEmpty();
        (await ScopesAsync("maskinporten", -1)).ShouldBe(["taushet:old"]);
        var record = await RecordAsync();
        record.Version.ShouldBe(1);
        record.Changes.ShouldHaveSingleItem().Decided.ShouldBe(verdict);
        record.Periods.Select(period => period.Name).ShouldBe(["old", Terms.Name]);
        record.Integrations.Select(one => one.Scope).ShouldBe(["taushet:old", "taushet:school", "taushet:share"]);
    }

    [StoreFact]
    public async Task Ended_ClosesEveryPeriodAndIntegrationAfterItsDay_OfThisRegistrationAlone()
    {
        await ImportAsync(Given.Today.AddDays(-100), null, "old", "taushet:old");
        await ImportAsync(Given.Today.AddDays(10), null, "later", "taushet:later");
        var other = new Participant(
            School.Organisation, string.Empty, School.Service, ServiceForm.Municipal, "other", "00", null, Given.Today.AddDays(-100), null);
        await Store.Registrar.RegisterAsync(other, default);

        await ConfirmAsync(Proposal(null), Given.Today.AddDays(-1));

        (await FindAsync(Given.Today.AddDays(-1))).Participant.ShouldNotBeNull();
        (await FindAsync(Given.Today)).Participant.ShouldBeNull();
        (await FindAsync(Given.Today.AddDays(20))).Participant.ShouldBeNull();
        (await ScopesAsync("maskinporten", 0)).ShouldBeEmpty();
        (await ScopesAsync("maskinporten", 20)).ShouldBeEmpty();
        (await Store.Participants.FindAsync(other.Organisation, other.Unit, other.Service, Given.Today, default)).Participant.ShouldBe(other);
        (await RecordAsync()).Periods.ShouldHaveSingleItem().Name.ShouldBe("old");
    }

    /// <summary>
    /// INVARIANT: a proposal is decided once, and confirmed only as long as nothing else of its registration has been confirmed since.
    /// </summary>
    [StoreFact]
    public async Task Decided_Twice_OrAfterAnotherChange_StoresNeitherDecisionNorEntry()
    {
        var refused = Proposal(Terms);
        var first = Proposal(Terms);
        var late = Proposal(Terms with { Name = "late" });
        foreach (var proposal in new[] { refused, first, late })
        {
            await StoredAsync(new RegisterChange.OfProposal(proposal));
        }

        await StoredAsync(new RegisterChange.OfVerdict(refused, Verdict(RegistryOutcome.Refused)));
        await StoredAsync(new RegisterChange.OfVerdict(first, Verdict(RegistryOutcome.Confirmed)));
        var entries = await Store.Trail.CountAsync(default);

        (await DoAsync(new RegisterChange.OfVerdict(refused, Verdict(RegistryOutcome.Confirmed)))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await DoAsync(new RegisterChange.OfVerdict(first, Verdict(RegistryOutcome.Confirmed)))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await DoAsync(new RegisterChange.OfVerdict(late, Verdict(RegistryOutcome.Confirmed)))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await DoAsync(new RegisterChange.OfProposal(first with { SeenVersion = 1 }))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await DoAsync(new RegisterChange.OfProposal(Proposal(Terms)))).ShouldBeOfType<AppendResult.FactsChanged>();

        (await Store.Trail.CountAsync(default)).ShouldBe(entries);
        (await FindAsync(Given.Today)).Participant!.Name.ShouldBe(Terms.Name);
        await StoredAsync(new RegisterChange.OfVerdict(late, Verdict(RegistryOutcome.Withdrawn)));
        (await RecordAsync()).Version.ShouldBe(1);
    }

    [StoreFact]
    public async Task Lapsed_ToldOnceAndNeverOfWhatWasDecided()
    {
        var (lapsing, decided) = (Proposal(Terms), Proposal(Terms));
        await StoredAsync(new RegisterChange.OfProposal(lapsing));
        await StoredAsync(new RegisterChange.OfProposal(decided));
        await StoredAsync(new RegisterChange.OfVerdict(decided, Verdict(RegistryOutcome.Refused)));
        (await UntoldAsync(lapsing.ExpiresAt.AddTicks(-TimeSpan.TicksPerMicrosecond))).ShouldBeEmpty();
        (await UntoldAsync(lapsing.ExpiresAt)).ShouldHaveSingleItem().Proposal.Id.ShouldBe(lapsing.Id);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DoAsync(new RegisterChange.OfLapse(lapsing.Id, lapsing.ExpiresAt))));

        results.Count(result => result is AppendResult.Stored).ShouldBe(1, string.Join(", ", Store.Faults));
        (await DoAsync(new RegisterChange.OfLapse(decided.Id, decided.ExpiresAt))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await DoAsync(new RegisterChange.OfVerdict(lapsing, Verdict(RegistryOutcome.Confirmed)))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await UntoldAsync(lapsing.ExpiresAt)).ShouldBeEmpty();
        var read = (await Store.Registry.FindProposalAsync(lapsing.Id, default)).Found.ShouldNotBeNull();
        (read.Decided, read.Lapsed?.At).ShouldBe((null, lapsing.ExpiresAt));
    }

    [StoreFact]
    public async Task Confirmed_ManyAtOnce_OneTakesEffect()
    {
        var proposals = Enumerable.Range(0, 8).Select(n => Proposal(Terms with { Name = $"name {n}" })).ToList();
        foreach (var proposal in proposals)
        {
            await StoredAsync(new RegisterChange.OfProposal(proposal));
        }

        var results = await Task.WhenAll(proposals.Select(proposal =>
            DoAsync(new RegisterChange.OfVerdict(proposal, Verdict(RegistryOutcome.Confirmed)))));

        results.Count(result => result is AppendResult.Stored).ShouldBe(1, string.Join(", ", Store.Faults));
        results.Count(result => result is AppendResult.FactsChanged).ShouldBe(7);
        (await RecordAsync()).Version.ShouldBe(1);
    }

    [StoreFact]
    public async Task Lists_PageByPage_EachOnce()
    {
        foreach (var service in new[] { Service.PrimarySchool, Service.Barnevern, Service.Kindergarten })
        {
            await Store.Registrar.RegisterAsync(
                new Participant(Given.HolderOrganisation, string.Empty, service, ServiceForm.Municipal, "unit", "00", null, Given.Today, null), default);
            await Store.Registrar.RegisterAsync(
                new Participant(Given.ReceiverOrganisation, string.Empty, service, ServiceForm.Municipal, "unit", "00", null, Given.Today.AddDays(-9), Given.Today.AddDays(-8)), default);
        }

        var all = new List<Participant>();
        var query = new RegistrationQuery(string.Empty, InForceOn: null, After: null, Count: 2);
        for (var page = await ListAsync(query); page.Count > 0; page = await ListAsync(query with { After = PlaceOf(all[^1]) }))
        {
            all.AddRange(page);
        }

        all.Count.ShouldBe(6);
        all.ShouldBeUnique();
        (await ListAsync(query with { Count = 9, InForceOn = Given.Today })).Count.ShouldBe(3);
        (await ListAsync(query with { Count = 9, Organisation = Given.ReceiverOrganisation })).Count.ShouldBe(3);

        var waiting = Proposal(Terms);
        var lapsed = Proposal(Terms) with { ExpiresAt = Given.Instant.AddHours(-1) };
        var decided = Proposal(Terms);
        foreach (var proposal in new[] { waiting, lapsed, decided })
        {
            await StoredAsync(new RegisterChange.OfProposal(proposal));
        }

        await StoredAsync(new RegisterChange.OfVerdict(decided, Verdict(RegistryOutcome.Refused)));
        var open = new ProposalQuery(School.Organisation, Given.Instant, Guid.Empty, 9);
        (await ProposalsAsync(open)).ShouldBe([waiting.Id]);
        (await ProposalsAsync(open with { WaitingAt = null })).ShouldBe([waiting.Id, lapsed.Id, decided.Id], ignoreOrder: true);
        (await ProposalsAsync(open with { Organisation = Given.ReceiverOrganisation })).ShouldBeEmpty();
        var first = (await ProposalsAsync(open with { WaitingAt = null, Count = 1 })).ShouldHaveSingleItem();
        (await ProposalsAsync(open with { WaitingAt = null, After = first })).Count.ShouldBe(2);
    }

    private static RegistrationPlace PlaceOf(Participant period) =>
        new(new RegistrationKey(period.Organisation, period.Unit, period.Service), period.From);

    private static void ShouldBeSame(RegistryProposal read, RegistryProposal given)
    {
        read.Warnings.ShouldBe(given.Warnings);
        read.Terms!.Integrations.ShouldBe(given.Terms!.Integrations);
        var terms = given.Terms with { Integrations = read.Terms.Integrations };
        read.ShouldBe(given with { Warnings = read.Warnings, Terms = terms });
    }

    private static RegistryProposal Proposal(RegistrationTerms? terms) => new(
        Guid.NewGuid(),
        School,
        SeenVersion: 0,
        terms,
        terms is null ? Given.Today : null,
        [],
        First,
        "a new school, æøå",
        Given.Instant,
        Given.Instant.AddDays(7));

    private static RegistryVerdict Verdict(RegistryOutcome outcome, DateOnly? day = null) =>
        new(outcome, Second, "looked at", Given.Instant.AddHours(1), day ?? Given.Today);

    private async Task<(Guid Entry, StoredVerdict Verdict)> ConfirmAsync(RegistryProposal proposal, DateOnly day)
    {
        await StoredAsync(new RegisterChange.OfProposal(proposal));
        var verdict = Verdict(RegistryOutcome.Confirmed, day);
        var entry = await StoredAsync(new RegisterChange.OfVerdict(proposal, verdict));
        return (entry, new StoredVerdict(verdict, 1, entry));
    }

    private async Task ImportAsync(DateOnly from, DateOnly? to, string name, string scope)
    {
        await Store.Registrar.RegisterAsync(
            new Participant(School.Organisation, School.Unit, School.Service, ServiceForm.Private, name, "00", null, from, to), default);
        await Store.Registrar.RegisterAsync(
            new Integration("maskinporten", School.Organisation, School.Unit, School.Service, scope, from, to), default);
    }

    private Task<AppendResult> DoAsync(RegisterChange change) => Store.Audit.RecordAsync(
        Given.Draft(), new SubjectKey(null, $"registration {School.Organisation}"), FactVersions.NotRead, change, default);

    private async Task<Guid> StoredAsync(RegisterChange change) =>
        (await DoAsync(change)).ShouldBeOfType<AppendResult.Stored>(string.Join(", ", Store.Faults)).Receipt.Entry;

    private ValueTask<ParticipantLookup> FindAsync(DateOnly date) =>
        Store.Participants.FindAsync(School.Organisation, School.Unit, School.Service, date, default);

    private async Task<IReadOnlyList<string>> ScopesAsync(string issuer, int day) => (await Store.Participants.FindScopesAsync(
        new IntegrationQuery(issuer, School.Organisation, School.Unit, School.Service, Given.Today.AddDays(day)), default)).Scopes;

    private async Task<RegistrationRecord> RecordAsync() => (await Store.Registry.FindAsync(School, default)).ShouldNotBeNull();

    private async Task<List<Participant>> ListAsync(RegistrationQuery query) => [.. (await Store.Registry.ListAsync(query, default)).ShouldNotBeNull()];

    private async Task<List<StoredProposal>> UntoldAsync(DateTimeOffset at)
    {
        var query = new ProposalQuery(string.Empty, WaitingAt: null, Guid.Empty, 10) { UntoldLapseAt = at };
        return [.. (await Store.Registry.ListProposalsAsync(query, default)).ShouldNotBeNull()];
    }

    private async Task<List<Guid>> ProposalsAsync(ProposalQuery query) =>
        [.. (await Store.Registry.ListProposalsAsync(query, default)).ShouldNotBeNull().Select(stored => stored.Proposal.Id)];
}
