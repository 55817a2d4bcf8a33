using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Identify;

public sealed class AccountableTests
{
    private const string PersonToken = "taushet-person-token";
    private const string PersonProof = "taushet-person-proof";

    /// <summary>
    /// INVARIANT: an emergency basis and a cell of high risk are open in a pull to a proven person only; a push never asks for one.
    /// INVARIANT: a person's token that does not hold proves nobody, and stops nothing that needs no proof.
    /// </summary>
    [Fact]
    public async Task Pull_EmergencyBasisOrHighRiskCell_NeedsAProvenPerson()
    {
        await using var issuers = await Issuers.StartAsync();
        foreach (var inquiry in new[] { Emergency(), Town.Plain(Town.Known, Cell.PrivateReporter) })
        {
            var asserted = (await issuers.CallAsync(Issuers.Bearer(issuers.AsSchool()), inquiry)).ShouldNotBeNull();
            asserted.StatusCode.ShouldBe(StatusCode.PermissionDenied);
            Details.Violations(asserted).ShouldHaveSingleItem();

            var user = issuers.AsEmployee();
            (await issuers.CallAsync(Issuers.Dpop(user, issuers.Proof(user)), inquiry)).ShouldBeNull();
            (await issuers.CallAsync(WithPerson(issuers, Entra(issuers)), inquiry)).ShouldBeNull();
            (await issuers.CallAsync(WithPerson(issuers, Entra(issuers, past: true)), inquiry)).ShouldNotBeNull();
            (await issuers.CallAsync(WithPerson(issuers, user), inquiry)).ShouldNotBeNull();
            (await issuers.CallAsync(WithPerson(issuers, user, issuers.Proof(user)), inquiry)).ShouldBeNull();
        }

        (await issuers.CallAsync(WithPerson(issuers, Entra(issuers, past: true)))).ShouldBeNull();
    }

    [Fact]
    public async Task AssessedPullAndPreview_NeedAProvenPersonLikeARequest_APushOrAQuestionNever()
    {
        await using var issuers = await Issuers.StartAsync();
        var client = issuers.Gateway.Client;
        var machine = Issuers.Bearer(issuers.AsSchool());
        foreach (var inquiry in new[] { Emergency(), Town.Plain(Town.Known, Cell.PrivateReporter) })
        {
            foreach (var (call, headers) in new[] { ("assess", machine), ("preview", machine) })
            {
                var error = await Should.ThrowAsync<RpcException>(() => CallAsync(call, inquiry, headers));
                error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
                Details.Reason(error).ShouldBe("PERSON_NOT_PROVEN");
                Details.Violations(error).ShouldHaveSingleItem();
                await CallAsync(call, inquiry, WithPerson(issuers, Entra(issuers)));
            }
        }

        var report = Town.Report(Town.Known, Cell.PrivateReporter);
        foreach (var flow in new[] { Flow.Push, Flow.Asked })
        {
            await client.AssessAsync(new AssessRequest { Flow = flow, Inquiry = report }, machine);
        }

        Task CallAsync(string call, Inquiry inquiry, Metadata headers) => call == "assess"
            ? client.AssessAsync(new AssessRequest { Flow = Flow.Pull, Inquiry = inquiry }, headers).ResponseAsync
            : client.PreviewAsync(new PreviewRequest { Inquiry = inquiry }, headers).ResponseAsync;
    }

    [Fact]
    public async Task Pull_PersonOfAnotherOrganisation_ProvesNobody()
    {
        await using var issuers = await Issuers.StartAsync();
        var other = issuers.HelseId.Employee(issuers.Now, Town.Barnevern, issuers.Client, issuers.Practitioner).Write();

        (await issuers.CallAsync(WithPerson(issuers, other, issuers.Proof(other)), Emergency())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Push_DutyByAnAssertedPerson_AcceptedAndMarked()
    {
        await using var issuers = await Issuers.StartAsync();
        var report = Town.Report(Town.Known, Cell.Incident);
        report.ActingPerson = new ActingPerson { Reference = "employee-7", Role = "teacher" };

        await issuers.Gateway.Client.AssessAsync(new AssessRequest { Flow = Flow.Push, Inquiry = report }, Issuers.Bearer(issuers.AsSchool()));

        var entry = (await EntriesAsync(issuers)).ShouldHaveSingleItem();
        entry.Public.Caller.ShouldEndWith(" person:asserted");
        entry.Sealed!.ActingPerson.ShouldBe("employee-7\nteacher");
    }

    [Fact]
    public async Task Entry_ProvenPerson_SaysWhoseProofAndWhichDecision()
    {
        await using var issuers = await Issuers.StartAsync();
        var token = issuers.AsEmployee(made => made.With(
            TestIssuers.HelseIdUnderTest.AttestClaim,
            TestIssuers.HelseIdUnderTest.Attest(issuers.Now, issuers.Practitioner, Town.School, Town.Known)));

        (await issuers.CallAsync(Issuers.Dpop(token, issuers.Proof(token)))).ShouldBeNull();

        var entry = (await EntriesAsync(issuers)).ShouldHaveSingleItem();
        entry.Public.Caller.ShouldEndWith(" person:proven");
        entry.Sealed!.ActingPerson.ShouldBe("\n\nproven helseid hpr:565501872\nattest TREAT chosen decision-9");
        entry.Sealed.ActingPerson.ShouldNotContain(issuers.Practitioner);
    }

    private static Inquiry Emergency()
    {
        var inquiry = Town.Plain(Town.Known, Cell.ClinicalDiagnosis);
        inquiry.Bases.Add(new BasisClaim { Basis = Basis.DangerToLifeOrHealth });
        return inquiry;
    }

    private static string Entra(Issuers issuers, bool past = false) =>
        issuers.Entra.Employee(past ? issuers.Now.AddHours(-1) : issuers.Now, Issuers.Oid, "caseworker").Write();

    private static Metadata WithPerson(Issuers issuers, string token, string? proof = null)
    {
        var headers = Issuers.Bearer(issuers.AsSchool());
        headers.Add(PersonToken, token);
        if (proof is not null)
        {
            headers.Add(PersonProof, proof);
        }

        return headers;
    }

    private static async Task<List<Taushet.Storage.Ports.StoredEntry>> EntriesAsync(Issuers issuers)
    {
        var entries = new List<Taushet.Storage.Ports.StoredEntry>();
        await foreach (var entry in issuers.Gateway.Store.Trail.ReadAsync(default))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
