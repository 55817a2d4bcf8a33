using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Trail;

public sealed class LogControlTests : IAsyncLifetime
{
    private Auditing audit = null!;
    private LogControlService.LogControlServiceClient control = null!;

    public async Task InitializeAsync()
    {
        audit = await Auditing.StartAsync();
        control = new LogControlService.LogControlServiceClient(audit.Gateway.Invoker);
    }

    public async Task DisposeAsync() => await audit.DisposeAsync();

    [Fact]
    public async Task Flag_AnAccessOfHighRisk_LeadsToNoticesWithTheirTimes()
    {
        var entry = await HeldAsync();
        var known = audit.Now;

        var flag = (await FlagAsync(entry, known)).Flag;

        flag.Notices.Select(notice => notice.To)
            .ShouldBe([NoticeTo.Child, NoticeTo.Parents, NoticeTo.DataProtectionAuthority], ignoreOrder: true);
        var authority = flag.Notices.Single(notice => notice.To == NoticeTo.DataProtectionAuthority);
        authority.DueAt.ShouldBe(known + Duration.FromTimeSpan(TimeSpan.FromHours(72)));
        authority.Citation.ShouldContain("art. 33");
        flag.Notices.Single(notice => notice.To == NoticeTo.Child).Withheld.ShouldBeFalse();
    }

    /// <summary>INVARIANT: nobody is to be told of an access that the log hides from them.</summary>
    [Fact]
    public async Task Flag_AnAccessThatTheLogHidesFromParents_WithholdsTheirNotice()
    {
        var flag = (await FlagAsync(await HeldAsync(), audit.Now)).Flag;

        flag.Notices.Single(notice => notice.To == NoticeTo.Parents).Withheld.ShouldBeTrue();
        var due = (await ListAsync(onlyDue: true)).Flags.ShouldHaveSingleItem();
        foreach (var to in new[] { NoticeTo.Child, NoticeTo.DataProtectionAuthority })
        {
            await NoticeAsync(due, to);
        }

        (await ListAsync(onlyDue: true)).Flags.ShouldBeEmpty();
        (await ListAsync(onlyDue: false)).Flags.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Flag_ShowsInTheLogAndInTheOwnView_AndOnce()
    {
        var entry = await HeldAsync();
        await FlagAsync(entry, audit.Now);

        (await audit.FoundAsync(Auditing.School(), new EntryFilter { Kinds = { "request" } })).ShouldHaveSingleItem().Unlawful.ShouldBeTrue();
        (await audit.FoundAsync(Auditing.Barnevern(), new EntryFilter { Kinds = { "request" } })).ShouldHaveSingleItem().Unlawful.ShouldBeTrue();
        var line = (await OwnAsync()).Lines.Single(one => one.Index == entry.Index);
        line.Unlawful.ShouldBeTrue();
        line.Text.ShouldEndWith("har kommet til at dette var urettmessig.");
        (await audit.SearchAsync(Auditing.School())).Entries.ShouldContain(one => one.Kind == "unlawful-flagged");
        (await Auditing.RefusedAsync(() => FlagAsync(entry, audit.Now))).ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task Notice_Given_IsDoneOnce()
    {
        var flag = (await FlagAsync(await HeldAsync(), audit.Now)).Flag;

        var after = (await NoticeAsync(flag, NoticeTo.DataProtectionAuthority)).Flag;

        var given = after.Notices.Single(notice => notice.To == NoticeTo.DataProtectionAuthority);
        (given.GivenBy, given.Reference).ShouldBe(("auditor-1", "dt-1"));
        given.GivenAt.ShouldNotBeNull();
        (await Auditing.RefusedAsync(() => NoticeAsync(flag, NoticeTo.DataProtectionAuthority))).ShouldBe(StatusCode.FailedPrecondition);
        (await Auditing.RefusedAsync(() => NoticeAsync(flag, NoticeTo.Supervision))).ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Flag_OfWhatThePartyDoesNotHold_OrOfAnotherChild_IsNotFound()
    {
        var entry = await HeldAsync();
        var asked = Flag(entry, audit.Now);

        var receiver = asked.Clone();
        receiver.Controller = Auditing.Barnevern();
        (await Auditing.RefusedAsync(async () => await control.FlagUnlawfulAsync(receiver, Token(Town.Barnevern)))).ShouldBe(StatusCode.NotFound);
        var other = asked.Clone();
        other.Child.NationalNumber = Town.Shielded;
        (await Auditing.RefusedAsync(async () => await control.FlagUnlawfulAsync(other, Token()))).ShouldBe(StatusCode.NotFound);
        var later = asked.Clone();
        later.KnownAt = audit.Now + Duration.FromTimeSpan(TimeSpan.FromDays(1));
        (await Auditing.RefusedAsync(async () => await control.FlagUnlawfulAsync(later, Token()))).ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Delay_OnALawfulGround_HidesTheLineUntilItsEnd()
    {
        var entry = await HeldAsync();
        (await OwnAsync()).Lines.ShouldHaveSingleItem();

        var delay = await control.DelayViewAsync(Delay(entry, "investigation", TimeSpan.FromDays(10)), Token());

        delay.Citation.ShouldContain("popplyl § 16");
        (await OwnAsync()).Lines.ShouldBeEmpty();
        audit.Gateway.Clock.Now += TimeSpan.FromDays(11);
        (await OwnAsync()).Lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Delay_EndedBeforeItsTime_ShowsTheLineAgain()
    {
        var entry = await HeldAsync();
        var delay = await control.DelayViewAsync(Delay(entry, "investigation", TimeSpan.FromDays(10)), Token());
        var end = new EndViewDelayRequest { Controller = Auditing.School(), DelayId = delay.DelayId };

        await control.EndViewDelayAsync(end, Token());

        (await OwnAsync()).Lines.ShouldHaveSingleItem();
        (await Auditing.RefusedAsync(async () => await control.EndViewDelayAsync(end, Token()))).ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task Delay_WithoutAGroundOrLongerThanItAllows_IsRefused()
    {
        var entry = await HeldAsync();

        foreach (var (ground, days) in new[] { ("because", 1), ("child-protection", 1), ("investigation", 181), ("investigation", -1) })
        {
            (await Auditing.RefusedAsync(async () =>
                await control.DelayViewAsync(Delay(entry, ground, TimeSpan.FromDays(days)), Token()))).ShouldBe(StatusCode.InvalidArgument);
        }

        (await OwnAsync()).Lines.ShouldHaveSingleItem();
    }

    private static FlagUnlawfulRequest Flag(AccessEntry entry, Timestamp known) => new()
    {
        Controller = Auditing.School(),
        Entry = new EntryPlace { LogId = entry.LogId, Index = entry.Index },
        Child = Auditing.Of(Town.Known).Child,
        Reason = "no case gave a reason to look",
        Risk = BreachRisk.High,
        KnownAt = known,
    };

    private DelayViewRequest Delay(AccessEntry entry, string ground, TimeSpan time) => new()
    {
        Controller = Auditing.School(),
        Entry = new EntryPlace { LogId = entry.LogId, Index = entry.Index },
        Ground = ground,
        Until = audit.Now + Duration.FromTimeSpan(time),
        Reason = "an investigation",
    };

    private Metadata Token(string? organisation = null) => audit.Tokens.As(organisation ?? Town.School, "controller");

    private async Task<AccessEntry> HeldAsync()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        return (await audit.FoundAsync(Auditing.School())).Single(entry => entry.Kind == "request");
    }

    private async Task<FlagUnlawfulResponse> FlagAsync(AccessEntry entry, Timestamp known)
    {
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        return await control.FlagUnlawfulAsync(Flag(entry, known), Token());
    }

    private async Task<RecordNoticeResponse> NoticeAsync(UnlawfulFlag flag, NoticeTo to) => await control.RecordNoticeAsync(
        new RecordNoticeRequest { Controller = Auditing.School(), FlagId = flag.FlagId, To = to, NoticeReference = "dt-1" }, Token());

    private async Task<ListFlagsResponse> ListAsync(bool onlyDue) =>
        await control.ListFlagsAsync(new ListFlagsRequest { Reader = Auditing.School(), OnlyDue = onlyDue }, Token());

    private async Task<ListAccessesToMeResponse> OwnAsync()
    {
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        return await audit.Log.ListAccessesToMeAsync(new ListAccessesToMeRequest(), audit.Tokens.Citizen(Town.Known));
    }
}
