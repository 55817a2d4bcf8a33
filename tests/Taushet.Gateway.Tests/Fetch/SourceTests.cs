using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Fetch;

public sealed class SourceTests
{
    /// <summary>INVARIANT: the source is not asked until something is permitted, and only for the permitted cells.</summary>
    [Fact]
    public async Task Source_IsAskedOnlyForPermittedCellsWithTheGatewaysToken()
    {
        await using var gateway = await TestGateway.StartAsync();

        await AskAsync(gateway, Cell.Attendance, Cell.Adoption);

        var call = gateway.Source.Calls.Single();
        call.Cells.Concat(call.RelevantCells).ShouldNotContain(Cell.Adoption);
        call.Cells.ShouldContain(Cell.Attendance);
        call.Mask.ShouldContain("school.absences.absent_from", customMessage: string.Join(' ', call.Mask));
        call.RuleIds.ShouldNotBeEmpty();
        gateway.Source.Tokens.Single().ShouldStartWith("Bearer ey");
    }

    [Fact]
    public async Task Source_SendsEverything_OnlyPermittedLeavesAreReleasedAndTheRestCounted()
    {
        await using var gateway = await TestGateway.StartAsync();

        var answer = await AskAsync(gateway, Cell.Attendance);

        var given = answer.Groups.Where(group => group.Reason == ReasonCode.Unspecified).SelectMany(group => group.Cells);
        Leaves.CellsOf(answer.Information).ShouldBe(given, ignoreOrder: true);
        (await EntryAsync(gateway)).Dropped.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Source_AnswersInNewerSchema_UnknownFieldsAtEveryLevelAreDroppedAndCounted()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Source.Answer = (_, _) => Task.FromResult(NewerSchema.Answer());

        var answer = await AskAsync(gateway, Cell.Attendance);

        answer.Information.School.Absences.Single().CalculateSize().ShouldBeGreaterThan(0);
        answer.ToByteArray().AsSpan().IndexOf("newer"u8).ShouldBe(-1);
        (await EntryAsync(gateway)).Dropped.ShouldBe(NewerSchema.UnknownFields);
    }

    [Fact]
    public async Task Source_Slow_PermittedCellsAreNotNowAndNothingHangs()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Source.Answer = async (_, cancelled) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), cancelled);
            return new GetLeavesResponse();
        };
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var answer = await AskAsync(gateway, Cell.Attendance, Cell.InternalDraft);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        answer.Information.ShouldBeNull();
        var later = answer.Groups.Single(group => group.Cells.Contains(Cell.Attendance));
        later.Reason.ShouldBe(ReasonCode.NotNow);
        later.RetryAfter.ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(30));
        answer.Groups.Single(group => group.Cells.Contains(Cell.InternalDraft)).Reason.ShouldBe(ReasonCode.NotPermitted);
        (await EntryAsync(gateway)).SourceResult.ShouldBe("timeout");
    }

    [Fact]
    public async Task Source_ShorterCallersDeadline_StillAnswersWithinIt()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { SourceTimeout = TimeSpan.FromSeconds(20) });
        gateway.Source.Answer = async (_, cancelled) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), cancelled);
            return new GetLeavesResponse();
        };

        var answer = await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Known, Cell.Attendance)),
            gateway.As(Town.Barnevern),
            DateTime.UtcNow.AddSeconds(4));

        answer.Groups.Single(group => group.Cells.Contains(Cell.Attendance)).Reason.ShouldBe(ReasonCode.NotNow);
    }

    [Fact]
    public async Task Source_FailsOrIsGone_PermittedCellsAreNotNow()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Source.Answer = (_, _) => throw new RpcException(new Status(StatusCode.Internal, $"{FilledRecord.Surname} {Town.Known}"));
        (await AskAsync(gateway, Cell.Attendance)).Groups.Single(group => group.Cells.Contains(Cell.Attendance))
            .Reason.ShouldBe(ReasonCode.NotNow);

        await gateway.Source.DisposeAsync();
        (await AskAsync(gateway, Cell.Attendance)).Groups.Single(group => group.Cells.Contains(Cell.Attendance))
            .Reason.ShouldBe(ReasonCode.NotNow);
    }

    [Fact]
    public async Task Source_TakesTheConnectionAndSaysNothing_NotNowWithinTheTimeout()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await gateway.RegisterAsync(Town.School, Core.Vocabulary.Service.PrimarySchool, source: new Uri($"http://{silent.LocalEndpoint}"));

        var answer = await AskAsync(gateway, Cell.Attendance).WaitAsync(TimeSpan.FromSeconds(8));

        answer.Groups.Single(group => group.Cells.Contains(Cell.Attendance)).Reason.ShouldBe(ReasonCode.NotNow);
    }

    [Fact]
    public async Task Source_AtAnAddressNobodyCanCall_NotNow()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.RegisterAsync(Town.School, Core.Vocabulary.Service.PrimarySchool, source: new Uri("ftp://sector.invalid/"));

        var answer = await AskAsync(gateway, Cell.Attendance);

        answer.Groups.Single(group => group.Cells.Contains(Cell.Attendance)).Reason.ShouldBe(ReasonCode.NotNow);
    }

    [Theory]
    [InlineData("https://sector.invalid:443/", true)]
    [InlineData("http://127.0.0.1:5001/", true)]
    [InlineData("http://[::1]:5001/", true)]
    [InlineData("http://sector.invalid/", false)]
    [InlineData("http://10.0.0.7:5001/", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    public void Source_InTheClearBeyondThisMachine_IsNeverCalled(string address, bool called) =>
        Gateway.Fetch.Fetching.MayBeCalled(new Uri(address)).ShouldBe(called);

    [Fact]
    public async Task Source_HoldsNothing_SaysWhatARefusalSays()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Source.Answer = (_, _) => Task.FromResult(new GetLeavesResponse());

        var answer = await AskAsync(gateway, Cell.Attendance);
        var preview = await gateway.Client.PreviewAsync(
            new PreviewRequest { Inquiry = Town.Order(Town.Unknown, Cell.Attendance) },
            gateway.As(Town.Barnevern));

        answer.Information.ShouldBeNull();
        answer.Groups.ShouldBe(preview.Groups);
    }

    private static async Task<RequestInformationResponse> AskAsync(TestGateway gateway, params Cell[] cells) =>
        await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Known, cells)),
            gateway.As(Town.Barnevern));

    private static async Task<Core.Trail.HolderPart> EntryAsync(TestGateway gateway)
    {
        await foreach (var entry in gateway.Store.Trail.ReadAsync(default))
        {
            return entry.Holder.ShouldNotBeNull();
        }

        throw new InvalidOperationException("The trail is empty.");
    }
}
