using Google.Protobuf;
using Grpc.Core;
using Taushet.Client;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

public sealed class SubmitTests
{
    [Fact]
    public async Task Submit_ReportOfConcern_IsStoredWholeAndProvenAndEveryLeafTold()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();

        var answer = await scene.SubmitAsync(report);

        answer.State.ShouldBe(DisclosureState.Open);
        answer.Groups.ShouldContain(group => group.Outcome == Outcome.Must && group.Cells.Contains(Cell.Incident));
        answer.Fields.Where(field => field.Reason != ReasonCode.Unspecified).Select(field => $"{field.Path} {field.Cell} {field.Reason}").ShouldBe([]);
        new[]
        {
            "content.narrative.concern", "content.observations[0].description", "content.attachments[0]", "child_informed",
            "guardians_informed[0]", "child", "content.record.person.identity.given_name",
        }.ShouldBeSubsetOf(answer.Fields.Select(field => field.Path));
        answer.Delivered.Content.Narrative.Concern.ShouldBe("Came to school with marks.");
        answer.Delivered.Content.Observations.ShouldHaveSingleItem().Context.ShouldBe("While changing clothes.");
        answer.Delivered.Child.NationalNumber.ShouldBe(Town.Known);
        answer.Delivered.ChildInformed.ReasonWhyNot.ShouldBe("suspicion of violence at home");
        answer.Delivered.Sender.PersonLevel.ShouldBe(EvidenceLevel.Proven);
        new ReceiptCheck(scene.Gateway.LogKeys).Check(answer).Match(_ => "holds", broken => broken.Text).ShouldBe("holds");
        new KeptCheck(new ReceiptCheck(scene.Gateway.LogKeys)).Check(answer.ToByteArray())
            .ShouldBeOfType<KeptVerdict.Holds>().Covers.ShouldBe(ReceiptCover.Released);
        var entry = await EntryAsync(scene);
        (entry.Public.Kind, entry.Public.RequestId).ShouldBe((EntryKind.DisclosureSubmitted, new Guid(report.DisclosureId.Span, bigEndian: true)));
    }

    /// <summary>
    /// INVARIANT: a disclosure is answered with a receipt only when it is durable, and there is never a second one of the same sender and id.
    /// </summary>
    [Fact]
    public async Task Submit_Again_IsAnsweredAsTheFirstTime()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        var first = await scene.SubmitAsync(report);
        await scene.SubmitAsync(DisclosureScene.Report());

        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.SubmitAsync(report)));

        foreach (var answer in again)
        {
            (answer.DeliveryId, answer.Receipt.EntryId, answer.RepeatedSubmission).ShouldBe((first.DeliveryId, first.Receipt.EntryId, true));
            answer.Fields.ShouldBe(first.Fields);
            answer.Delivered.ShouldBe(first.Delivered);
            new ReceiptCheck(scene.Gateway.LogKeys).Check(answer).Match(_ => "holds", broken => broken.Text).ShouldBe("holds");
        }

        (await scene.ReceiveForAsync(TimeSpan.FromSeconds(1))).Select(one => one.DeliveryId).Distinct().Count().ShouldBe(2);
        (await scene.Gateway.Store.Trail.CountAsync(default)).ShouldBe(2);
    }

    [Fact]
    public async Task Submit_TheSameAtOnce_IsStoredOnce()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => scene.SubmitAsync(report)));

        answers.Select(answer => answer.DeliveryId).Distinct().Count().ShouldBe(1);
        answers.Count(answer => !answer.RepeatedSubmission).ShouldBe(1);
        (await scene.Gateway.Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    [Fact]
    public async Task Submit_AnotherUnderTheSameId_AlreadyExistsAndTheFirstStands()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        await scene.SubmitAsync(report);
        var other = report.Clone();
        other.Content.Narrative.Concern = "Something else.";

        (await scene.RefusedAsync(other)).StatusCode.ShouldBe(StatusCode.AlreadyExists);

        (await scene.ReceiveAsync(1))[0].Delivery.Disclosure.Content.Narrative.Concern.ShouldBe("Came to school with marks.");
    }

    [Fact]
    public async Task Submit_StoreDown_NothingIsStoredAndTheTelephoneRouteTold()
    {
        await using var scene = await DisclosureScene.StartAsync();
        scene.Gateway.Scripted.AuditDown = true;
        var report = DisclosureScene.Report();

        var error = await scene.RefusedAsync(report);
        scene.Gateway.Scripted.AuditDown = false;

        (error.StatusCode, error.Status.Detail.Contains("116 111", StringComparison.Ordinal)).ShouldBe((StatusCode.Unavailable, true));
        (await scene.SubmitAsync(report)).RepeatedSubmission.ShouldBeFalse();
    }

    [Fact]
    public async Task Submit_BelowTheThreshold_IsStoredAsARefusalAndNotDelivered()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        report.Ground.ReportOfConcern.Certainty = Certainty.Vague;

        var answer = await scene.SubmitAsync(report);

        (answer.State, answer.Delivered).ShouldBe((DisclosureState.Nothing, null));
        answer.Fields.ShouldAllBe(field => field.Reason != ReasonCode.Unspecified);
        (await scene.ReceiveForAsync(TimeSpan.FromMilliseconds(300))).ShouldBeEmpty();
        (await scene.SubmitAsync(report)).State.ShouldBe(DisclosureState.Nothing);
    }

    [Fact]
    public async Task Submit_MayByHolder_IsGivenByANamedEmployeesDecisionAlone()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var danger = DisclosureScene.Report();
        danger.Ground = new DisclosureGround { DangerToLifeOrHealth = new DangerEvidence { LifeOrHealth = true, StillPossible = true } };
        (await scene.SubmitAsync(danger)).State.ShouldBe(DisclosureState.Nothing);

        danger.DisclosureId = DisclosureScene.NewId();
        danger.Decision = new HolderDecision { DecidedBy = "head-1", Cells = { Cell.Incident, Cell.Identity }, Reason = "in danger now" };

        var answer = await scene.SubmitAsync(danger);

        answer.State.ShouldBe(DisclosureState.Open);
        answer.Delivered.Content.Narrative.Concern.ShouldBe("Came to school with marks.");
        answer.Delivered.Content.Observations.ShouldBeEmpty();
    }

    /// <summary>INVARIANT: a delivery is built up from permitted leaves. Nothing that was brought is copied whole.</summary>
    [Fact]
    public async Task Submit_FieldsOfANewerSchema_AreToldAndNotDelivered()
    {
        const string Unknown = "of a newer schema";
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        var sent = new Narrative { OtherViews = Unknown }.ToByteArray();
        sent[0] = 13 << 3 | 2;
        report.Content.Narrative = Narrative.Parser.ParseFrom([.. report.Content.Narrative.ToByteArray(), .. sent]);
        report.Sender = DisclosureSender.Parser.ParseFrom([.. report.Sender.ToByteArray(), .. sent]);

        var answer = await scene.SubmitAsync(report);

        answer.Fields.ShouldContain(field => field.Path == "(fields of a newer schema)" && field.Reason == ReasonCode.NotPermitted);
        System.Text.Encoding.UTF8.GetString(answer.Delivered.ToByteArray()).ShouldNotContain(Unknown);
        answer.Delivered.Content.Narrative.Concern.ShouldBe("Came to school with marks.");
    }

    [Fact]
    public async Task Submit_ForAnotherOrganisation_PermissionDeniedAndRecorded()
    {
        await using var scene = await DisclosureScene.StartAsync();

        (await scene.RefusedAsync(DisclosureScene.Report(), Town.Psychiatry)).StatusCode.ShouldBe(StatusCode.PermissionDenied);

        (await EntryAsync(scene)).Public.Kind.ShouldBe(EntryKind.Denied);
    }

    [Fact]
    public async Task Submit_Malformed_TellsEveryField()
    {
        await using var scene = await DisclosureScene.StartAsync();

        var error = await scene.RefusedAsync(new Disclosure { Content = new DisclosureContent { Observations = { new Observation() } } });

        Details.Violations(error).ShouldBe(
        [
            "disclosure.disclosure_id", "disclosure.sender.party", "disclosure.ground", "disclosure.receiver", "disclosure.child",
            "disclosure.content.observations[0].category",
        ]);
    }

    [Fact]
    public async Task Submit_ReceiverThatNobodyReads_IsRefusedAtOnceWithTheTelephoneRoute()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        report.Receiver.OrganisationNumber = Town.Stranger;

        var error = await scene.RefusedAsync(report);

        (error.StatusCode, error.Status.Detail.Contains("116 111", StringComparison.Ordinal)).ShouldBe((StatusCode.FailedPrecondition, true));
    }

    [Fact]
    public async Task GetDisclosure_OfTheSender_TellsWhereItStands()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        await scene.SubmitAsync(report);
        (await StandingAsync(scene, report)).State.ShouldBe(DisclosureState.Open);

        var delivery = (await scene.ReceiveAsync(1))[0].Delivery;
        await scene.AcknowledgeAsync(delivery);

        var standing = await StandingAsync(scene, report);
        (standing.State, standing.Sends, standing.ReceiverReceipt.ToStringUtf8()).ShouldBe((DisclosureState.Acknowledged, 1u, "journal-1"));
        var others = new GetDisclosureRequest
        {
            Sender = new Party { OrganisationNumber = Town.Psychiatry, Service = Service.ChildAndYouthPsychiatry },
            DisclosureId = report.DisclosureId,
        };
        (await Should.ThrowAsync<RpcException>(async () =>
            await scene.Sender.GetDisclosureAsync(others, scene.Gateway.As(Town.Psychiatry)))).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static async Task<GetDisclosureResponse> StandingAsync(DisclosureScene scene, Disclosure report) =>
        await scene.Sender.GetDisclosureAsync(
            new GetDisclosureRequest { Sender = DisclosureScene.School, DisclosureId = report.DisclosureId }, scene.Gateway.As(Town.School));

    private static async Task<Taushet.Storage.Ports.StoredEntry> EntryAsync(DisclosureScene scene)
    {
        await foreach (var entry in scene.Gateway.Store.Trail.ReadAsync(default))
        {
            return entry;
        }

        throw new InvalidOperationException("There is no entry.");
    }
}
