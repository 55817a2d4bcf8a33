using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive;

public sealed class RequestInformationTests
{
    [Fact]
    public async Task Order_SourceHasEverything_ReleasesOnlyPermittedCellsWithReceipt()
    {
        await using var gateway = await TestGateway.StartAsync();
        var request = Town.Request(Town.Order(Town.Known, Cell.Attendance, Cell.ChildSchooling, Cell.Finances));

        var answer = await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern));

        answer.RequestId.ShouldBe(request.RequestId);
        answer.CaseReference.ShouldBe("case-12");
        answer.Information.ShouldNotBeNull();
        answer.Groups.SelectMany(group => group.Cells).ShouldContain(Cell.Attendance);
        answer.Groups.Single(group => group.Cells.Contains(Cell.Attendance)).Outcome.ShouldBe(Outcome.Must);
        answer.Receipt.Nonce.Length.ShouldBe(32);
        var committed = SHA256.HashData([.. answer.Receipt.Nonce, .. answer.Information.ToByteArray()]);
        committed.ShouldBe(answer.Receipt.ReleaseCommitment.ToByteArray());
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(1);
        gateway.Source.Calls.Count.ShouldBe(1);
    }

    /// <summary>INVARIANT: which cells a refusal speaks of depends on the request alone. So do all its bytes.</summary>
    [Fact]
    public async Task UnknownKnownAndShieldedChild_WithoutBasis_SameBytesAndNoSourceCall()
    {
        await using var gateway = await TestGateway.StartAsync();
        var answers = new List<RequestInformationResponse>();
        foreach (var child in new[] { Town.Unknown, Town.Known, Town.Shielded })
        {
            var answer = await gateway.Client.RequestInformationAsync(
                Town.Request(Town.Plain(child, [.. Enum.GetValues<Cell>().Where(cell => cell != Cell.Unspecified)])),
                gateway.As(Town.School));
            answer.RequestId = ByteString.Empty;
            answer.DecidedAt = null;
            answer.Receipt = null;
            answers.Add(answer);
        }

        answers[0].Information.ShouldBeNull();
        answers[0].Groups.ShouldNotBeEmpty();
        answers[1].ToByteArray().ShouldBe(answers[0].ToByteArray());
        answers[2].ToByteArray().ShouldBe(answers[0].ToByteArray());
        gateway.Source.Calls.ShouldBeEmpty();
        gateway.Scripted.Reads.ShouldBe(3);
    }

    [Fact]
    public async Task NoToken_Unauthenticated()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await gateway.Client.RequestInformationAsync(Town.Request(Town.Order(Town.Known, Cell.Attendance))));

        error.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }
}
