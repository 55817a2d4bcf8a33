using Google.Protobuf;
using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Trail;

public sealed class SearchTests : IAsyncLifetime
{
    private Auditing audit = null!;

    public async Task InitializeAsync() => audit = await Auditing.StartAsync();

    public async Task DisposeAsync() => await audit.DisposeAsync();

    [Fact]
    public async Task Search_ByEachOfItsTerms_FindsWhatMeetsIt()
    {
        var order = await audit.OrderAsync(Town.Known, Cell.Attendance, Cell.ChildSchooling);
        var from = audit.Now;
        var shielded = await audit.OrderAsync(Town.Shielded, Cell.Address);
        var to = audit.Gateway.Clock.Now.AddSeconds(1);
        await audit.ReportAsync(Town.Known, Cell.SignsPhysical);
        await audit.PlainAsync(Town.Known, Cell.Attendance);
        var first = order.RequestId;
        var second = shielded.RequestId;

        (string Name, EntryFilter Filter, int Found)[] searches =
        [
            ("all", new EntryFilter(), 4),
            ("child", Auditing.Of(Town.Shielded), 1),
            ("person", new EntryFilter { PersonReference = "employee-7", PersonOrganisation = Town.Barnevern }, 2),
            ("own person", new EntryFilter { PersonReference = "employee-7" }, 0),
            ("other", new EntryFilter { OtherOrganisation = Town.Psychiatry }, 1),
            ("service", new EntryFilter { OtherService = Service.Barnevern }, 3),
            ("purpose", new EntryFilter { Purposes = { Purpose.AdaptTeaching } }, 1),
            ("basis", new EntryFilter { Bases = { Basis.BarnevernOrder } }, 2),
            ("emergency", new EntryFilter { EmergencyBasis = true }, 0),
            ("given", new EntryFilter { Given = true, Kinds = { "request" } }, 1),
            ("refused", new EntryFilter { Given = false }, 2),
            ("cells", new EntryFilter { Cells = { Cell.Attendance } }, 1),
            ("kind", new EntryFilter { Kinds = { "assess" } }, 1),
            ("time", new EntryFilter { From = from, To = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(to) }, 2),
            ("request", new EntryFilter { RequestId = first }, 1),
            ("rule", new EntryFilter { RuleId = "bvl-13-4-order" }, 2),
            ("outcome", new EntryFilter { Outcomes = { V1.Outcome.Must } }, 3),
            ("graded", new EntryFilter { GradedAddress = true }, 1),
            ("case of another", new EntryFilter { CaseReference = "case-12" }, 0),
            ("own case", new EntryFilter { CaseReference = "case-13" }, 1),
        ];
        foreach (var (name, filter, found) in searches)
        {
            (await audit.FoundAsync(Auditing.School(), filter)).Count.ShouldBe(found, name);
        }

        (await audit.FoundAsync(Auditing.School(), new EntryFilter { GradedAddress = true }))[0].RequestId.ShouldBe(second);
    }

    /// <summary>INVARIANT: an auditor sees only entries to which its party is receiver or holder.</summary>
    [Fact]
    public async Task Search_ByAuditorsOfEachParty_EachSeesItsOwn()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.PlainAsync(Town.Known, Cell.Attendance);

        (await audit.FoundAsync(Auditing.School(), Auditing.Of(Town.Known))).Count.ShouldBe(2);
        (await audit.FoundAsync(Auditing.Barnevern(), Auditing.Of(Town.Known))).Count.ShouldBe(1);
        (await audit.FoundAsync(Auditing.Psychiatry(), Auditing.Of(Town.Known))).Count.ShouldBe(1);
        (await audit.FoundAsync(Auditing.Reader(Town.School, Service.SchoolHealth), Auditing.Of(Town.Known))).ShouldBeEmpty();
        (await audit.FoundAsync(Auditing.Reader(Town.Stranger, Service.Police), Auditing.Of(Town.Known))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_HoldersAndReceiversAuditors_SeeTheirOwnPartsAlone()
    {
        await audit.OrderAsync(Town.Shielded, Cell.Attendance);

        var held = (await audit.FoundAsync(Auditing.School()))[0];
        held.HolderDetails.GradedAddress.ShouldBeTrue();
        held.HolderDetails.RuleIds.ShouldContain("bvl-13-4-order");
        held.CaseReference.ShouldBeEmpty();
        held.ActingPerson.Reference.ShouldBe("employee-7");

        var received = (await audit.FoundAsync(Auditing.Barnevern()))[0];
        received.HolderDetails.ShouldBeNull();
        received.CaseReference.ShouldBe("case-12");
        received.EntryId.ShouldBe(held.EntryId);
    }

    /// <summary>INVARIANT: what is asked of an entry's reasons finds only entries that the reader's party holds.</summary>
    [Fact]
    public async Task Search_ForReasonsByTheReceiver_FindsNothing()
    {
        await audit.OrderAsync(Town.Shielded, Cell.Attendance);

        EntryFilter[] reasons =
        [
            new() { GradedAddress = true },
            new() { RuleId = "bvl-13-4-order" },
            new() { Outcomes = { V1.Outcome.Must, V1.Outcome.Withhold } },
            new() { Child = Auditing.Of(Town.Shielded).Child, GradedAddress = true },
        ];
        foreach (var filter in reasons)
        {
            (await audit.FoundAsync(Auditing.Barnevern(), filter)).ShouldBeEmpty();
        }
    }

    /// <summary>INVARIANT: a reading of the log is durably stored before anything of it is answered.</summary>
    [Fact]
    public async Task Search_WhenItsEntryCannotBeStored_AnswersNothing()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        audit.Gateway.Scripted.AuditDown = true;

        (await Auditing.RefusedAsync(() => audit.SearchAsync(Auditing.School()))).ShouldBe(StatusCode.Unavailable);
        using var export = Export(Auditing.School());
        (await Auditing.RefusedAsync(() => export.ResponseStream.MoveNext(default))).ShouldBe(StatusCode.Unavailable);
        audit.Gateway.Scripted.AuditDown = false;
    }

    [Fact]
    public async Task Search_ForAChild_IsItselfAnEntryOfTheChildsAndInTheReadersLog()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        var answer = await audit.SearchAsync(Auditing.School(), Auditing.Of(Town.Known));

        var again = await audit.SearchAsync(Auditing.School(), Auditing.Of(Town.Known));

        var reading = again.Entries.Single(entry => entry.Kind == "log-searched");
        reading.EntryId.ShouldBe(answer.Receipt.EntryId);
        reading.ActingPerson.Reference.ShouldBe("auditor-1");
        reading.CaseReference.ShouldBe("control-7");
        var stored = (await audit.Gateway.Store.Trail.FindAsync(
            new Guid(reading.LogId.Span, bigEndian: true), (long)reading.Index, default))!;
        stored.Public.Kind.ShouldBe(EntryKind.LogSearched);
        stored.Holder!.Decision.ShouldContain("shown 1");
    }

    [Fact]
    public async Task Search_InPagesWhileEntriesComeIn_NeitherSkipsNorRepeats()
    {
        for (var n = 0; n < 7; n++)
        {
            await audit.OrderAsync(Town.Known, Cell.Attendance);
        }

        var expected = (await audit.FoundAsync(Auditing.Barnevern())).Select(entry => entry.EntryId).ToList();
        expected.Count.ShouldBe(7);
        var read = new List<ByteString>();
        var token = ByteString.Empty;
        do
        {
            var page = await audit.Log.SearchEntriesAsync(
                new SearchEntriesRequest
                {
                    Reader = Auditing.Barnevern(),
                    Filter = new EntryFilter { Kinds = { "request" } },
                    PageSize = 2,
                    PageToken = token,
                },
                audit.Tokens.As(Town.Barnevern, "auditor"));
            read.AddRange(page.Entries.Select(entry => entry.EntryId));
            page.Entries.Count.ShouldBeLessThanOrEqualTo(2);
            token = page.NextPageToken;
            await audit.OrderAsync(Town.Known, Cell.Attendance);
            await Indexed.WaitAsync(audit.Gateway.Store.Index);
        }
        while (!token.IsEmpty);

        read.ShouldBe(expected);
    }

    [Fact]
    public async Task Search_WithATokenThatIsNotOfIt_IsRefused()
    {
        for (var n = 0; n < 3; n++)
        {
            await audit.OrderAsync(Town.Known, Cell.Attendance);
        }

        var token = (await audit.SearchAsync(Auditing.School(), size: 1)).NextPageToken;
        token.IsEmpty.ShouldBeFalse();
        var flipped = token.ToByteArray();
        flipped[^1] ^= 1;
        var school = audit.Tokens.As(Town.School, "auditor");
        SearchEntriesRequest[] others =
        [
            new() { Reader = Auditing.School(), PageToken = ByteString.CopyFrom(flipped) },
            new() { Reader = Auditing.School(), PageToken = ByteString.CopyFrom(1, 2, 3) },
            new() { Reader = Auditing.School(), Filter = Auditing.Of(Town.Known), PageToken = token },
            new() { Reader = Auditing.Reader(Town.School, Service.SchoolHealth), PageToken = token },
        ];
        foreach (var other in others)
        {
            (await Auditing.RefusedAsync(async () => await audit.Log.SearchEntriesAsync(other, school))).ShouldBe(StatusCode.InvalidArgument);
        }

        var right = new SearchEntriesRequest { Reader = Auditing.School(), PageToken = token };
        (await audit.Log.SearchEntriesAsync(right, school)).Entries.ShouldNotBeEmpty();
        await audit.Gateway.Store.Projector.ResetAsync(default);
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        (await Auditing.RefusedAsync(async () => await audit.Log.SearchEntriesAsync(right, school))).ShouldBe(StatusCode.Aborted);
    }

    [Fact]
    public async Task Search_ByWhoMayNot_IsRefused()
    {
        var asked = new SearchEntriesRequest { Reader = Auditing.School() };

        foreach (var token in new[] { audit.Gateway.As(Town.School), audit.Tokens.As(Town.School, "caseworker"), audit.Tokens.As(Town.Barnevern, "auditor") })
        {
            (await Auditing.RefusedAsync(async () => await audit.Log.SearchEntriesAsync(asked, token))).ShouldBe(StatusCode.PermissionDenied);
        }

        (await audit.Log.SearchEntriesAsync(asked, audit.Tokens.As(Town.School, "controller"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Search_Malformed_TellsEveryField()
    {
        var asked = new SearchEntriesRequest
        {
            Reader = new LogReader { Party = new Party { OrganisationNumber = "1", Service = Service.Child } },
            Filter = new EntryFilter
            {
                Child = new ChildRef { NationalNumber = "123" },
                PersonOrganisation = "2",
                Kinds = { "surprise" },
                Purposes = { (Purpose)126 },
                RequestId = ByteString.CopyFrom(1),
            },
            PageSize = 201,
        };

        var error = await Should.ThrowAsync<RpcException>(
            async () => await audit.Log.SearchEntriesAsync(asked, audit.Tokens.As(Town.School, "auditor")));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Details.Violations(error).ShouldBe(
            [
                "page_size", "reader.party.service", "reader.party.organisation_number", "reader.acting_person.reference", "reader.reference",
                "filter.person_organisation", "filter.child.national_number", "filter.purposes", "filter.kinds", "filter.request_id",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Export_OfAParty_StreamsEveryEntryOldestFirstBehindTheReceipt()
    {
        for (var n = 0; n < 5; n++)
        {
            await audit.OrderAsync(Town.Known, Cell.Attendance);
        }

        var found = await audit.FoundAsync(Auditing.School());
        using var export = Export(Auditing.School(), new EntryFilter { Kinds = { "request" } });
        var parts = new List<ExportEntriesResponse>();
        await foreach (var part in export.ResponseStream.ReadAllAsync())
        {
            parts.Add(part);
        }

        parts[0].Receipt.EntryId.Length.ShouldBe(16);
        parts[0].Entries.ShouldBeEmpty();
        parts[0].Position.Indexed.ShouldBeGreaterThanOrEqualTo(5UL);
        parts.SelectMany(part => part.Entries).Select(entry => entry.EntryId).ShouldBe(found.Reverse().Select(entry => entry.EntryId));
        parts[^1].Examined.ShouldBeGreaterThanOrEqualTo(5UL);
    }

    /// <summary>INVARIANT: nothing of the log is sent after the token's expiry, however long the stream runs.</summary>
    [Fact]
    public async Task Export_TokenExpiresUnderTheStream_EndsBeforeTheNextPart()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.FoundAsync(Auditing.School());
        var gateway = audit.Gateway;
        gateway.Scripted.AnswerGate = new TaskCompletionSource();
        var queued = gateway.Scripted.Queued;
        using var export = Export(Auditing.School());
        while (gateway.Scripted.Queued == queued)
        {
            await Task.Delay(5);
        }

        gateway.Clock.Now += TimeSpan.FromMinutes(3);
        gateway.Scripted.AnswerGate.SetResult();
        var parts = new List<ExportEntriesResponse>();
        var error = await Should.ThrowAsync<RpcException>(async () =>
        {
            await foreach (var part in export.ResponseStream.ReadAllAsync())
            {
                parts.Add(part);
            }
        });

        error.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        parts.ShouldHaveSingleItem().Entries.ShouldBeEmpty();
    }

    private AsyncServerStreamingCall<ExportEntriesResponse> Export(LogReader reader, EntryFilter? filter = null) =>
        audit.Log.ExportEntries(
            new ExportEntriesRequest { Reader = reader, Filter = filter },
            audit.Tokens.As(reader.Party.OrganisationNumber, "auditor"));
}
