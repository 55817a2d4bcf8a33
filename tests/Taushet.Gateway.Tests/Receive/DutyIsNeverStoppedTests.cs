using Dapper;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive;

/// <summary>No routine stops a duty, and where something technical does, the error says whom to call.</summary>
public sealed class DutyIsNeverStoppedTests
{
    [Fact]
    public async Task Push_ReceiverUnregisteredAndNothingElseStated_IsOwed()
    {
        await using var gateway = await TestGateway.StartAsync();
        var inquiry = Town.Report(Town.Unknown);
        inquiry.Child = new ChildRef { Unidentified = new UnidentifiedChild { Reference = "girl at the gate" } };
        inquiry.Receiver.OrganisationNumber = Town.Stranger;

        var answer = await AssessAsync(gateway, inquiry);

        answer.Groups.ShouldContain(group => group.Outcome == Outcome.Must);
    }

    [Fact]
    public async Task Push_RegisterOfParticipantsUnreadable_TellsTheTelephoneRoute()
    {
        await using var gateway = await TestGateway.StartAsync();
        var data = gateway.Host.Services.GetRequiredService<GatewayOptions>().DataDirectory;
        using (var outside = new SqliteConnection($"Data Source={Path.Combine(data, "taushet.db")};Pooling=False"))
        {
            outside.Open();
            outside.Execute("ALTER TABLE participant RENAME TO gone");
        }

        var error = await FailAsync(gateway);

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        error.Status.Detail.ShouldContain("116 111");
    }

    [Fact]
    public async Task Push_FactsUnreadable_TellsTheTelephoneRoute()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.FactsDown = true;

        (await FailAsync(gateway)).Status.Detail.ShouldContain("116 111");
    }

    [Fact]
    public async Task Push_QueueFull_TellsTheTelephoneRoute()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.Full = true;

        (await FailAsync(gateway)).Status.Detail.ShouldContain("116 111");
    }

    [Fact]
    public async Task Push_StoreHangs_TheGatewaysOwnDeadlineTellsTheTelephoneRoute()
    {
        await using var gateway = await TestGateway.StartAsync(options => options with { DeadlineDefault = TimeSpan.FromMilliseconds(400) });
        gateway.Scripted.Gate = new TaskCompletionSource();

        var error = await FailAsync(gateway);

        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        error.Status.Detail.ShouldContain("116 111");
    }

    private static Task<RpcException> FailAsync(TestGateway gateway) =>
        Should.ThrowAsync<RpcException>(() => AssessAsync(gateway, Town.Report(Town.Known, Cell.Incident)));

    private static async Task<AssessResponse> AssessAsync(TestGateway gateway, Inquiry inquiry) =>
        await gateway.Client.AssessAsync(new AssessRequest { Flow = Flow.Push, Inquiry = inquiry }, gateway.As(Town.School));
}
