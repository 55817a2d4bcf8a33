using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Release;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive.Batch;

/// <summary>Each item of a stream is a request of its own.</summary>
public sealed class BatchAnswerTests
{
    [Fact]
    public async Task Items_OfEveryKind_AnsweredAsSingleCallsAreButForReceiptAndTime()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var requests = Requests();
        var single = new Dictionary<ByteString, IMessage>();
        foreach (var request in requests)
        {
            single[request.RequestId] = await SingleAsync(gateway, request);
        }

        var batch = await BatchCall.RunAsync(gateway, Town.Barnevern, requests);

        batch.Count.ShouldBe(requests.Count);
        foreach (var message in batch)
        {
            var id = message.Answer?.RequestId ?? message.Error.RequestId;
            Comparable(message).ShouldBe(single[id]);
        }

        single.Values.OfType<RequestInformationResponse>().ShouldContain(answer => answer.Information != null);
        single.Values.OfType<Google.Rpc.Status>().Select(status => (StatusCode)status.Code).Distinct()
            .ShouldBe([StatusCode.InvalidArgument, StatusCode.PermissionDenied], ignoreOrder: true);
    }

    [Fact]
    public async Task Items_Answered_EachHasItsOwnEntryAndReceipt()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var requests = Enumerable.Range(0, 20).Select(_ => Town.Request(Town.Order(Town.Known, Cell.Attendance))).ToList();

        var answers = await BatchCall.RunAsync(gateway, Town.Barnevern, requests);

        answers.Select(message => message.Answer.Receipt.Index).Order().ShouldBe(Enumerable.Range(0, 20).Select(place => (ulong)place));
        var entries = new List<Guid>();
        await foreach (var entry in gateway.Store.Trail.ReadAsync(default))
        {
            entries.Add(entry.Public.RequestId);
        }

        entries.ShouldBe(requests.Select(request => WireIds.Read(request.RequestId)), ignoreOrder: true);
    }

    /// <summary>INVARIANT: which cells a refusal speaks of depends on the request alone. So do all its bytes, also in a stream.</summary>
    [Fact]
    public async Task Items_UnknownUnfoundedAndShielded_SameBytesAndNoSourceCall()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        string[] children = [Town.Unknown, Town.Known, Town.Shielded, Town.Shielded, Town.Known, Town.Unknown];
        Cell[] all = [.. Enum.GetValues<Cell>().Where(cell => cell != Cell.Unspecified)];

        var answers = await BatchCall.RunAsync(gateway, Town.School, children.Select(child => Town.Request(Town.Plain(child, all))));

        var told = answers.ConvertAll(message =>
        {
            var answer = message.Answer.Clone();
            (answer.RequestId, answer.DecidedAt, answer.Receipt) = (ByteString.Empty, null, null);
            return answer.ToByteArray();
        });
        told.Count.ShouldBe(children.Length);
        told.ShouldAllBe(bytes => bytes.SequenceEqual(told[0]));
        gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Item_MalformedNotAllowedOrNotStored_FailsAlone()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var good = Enumerable.Range(0, 6).Select(_ => Town.Request(Town.Order(Town.Known, Cell.Attendance))).ToList();
        var malformed = Town.Request(Town.Order("12345678901", Cell.Attendance));
        var stranger = Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis));
        var unstored = Town.Request(Town.Order(Town.Known, Cell.Attendance));
        gateway.Scripted.DownFor = WireIds.Read(unstored.RequestId);

        var answers = await BatchCall.RunAsync(
            gateway, Town.Barnevern, [.. good[..2], malformed, good[2], stranger, good[3], unstored, .. good[4..]]);

        var errors = answers.Where(message => message.Error is not null).Select(message => message.Error).OrderBy(error => error.Position).ToList();
        errors.Select(error => (error.Position, error.RequestId, (StatusCode)error.Status.Code)).ShouldBe(
        [
            (2, malformed.RequestId, StatusCode.InvalidArgument),
            (4, stranger.RequestId, StatusCode.PermissionDenied),
            (6, unstored.RequestId, StatusCode.Unavailable),
        ]);
        answers.Where(message => message.Answer is not null).Select(message => message.Answer.RequestId)
            .ShouldBe(good.Select(request => request.RequestId), ignoreOrder: true);
        answers.Where(message => message.Answer is not null).ShouldAllBe(message => message.Answer.Information != null);
    }

    [Fact]
    public async Task Item_MeetsAFault_InternalWithRequestIdOnlyAndTheOthersGoOn()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var fault = new TaskCompletionSource();
        fault.SetException(new InvalidOperationException($"{FilledRecord.Surname} {Town.Known}"));
        gateway.Scripted.Gate = fault;
        using var batch = BatchCall.Open(gateway, Town.Barnevern);
        var first = Town.Request(Town.Order(Town.Known, Cell.Attendance));

        await batch.SendAsync(first);
        var error = (await batch.NextAsync()).Error;
        gateway.Scripted.Gate = null;
        await batch.SendAsync(Town.Request(Town.Order(Town.Known, Cell.Attendance)));

        var id = Convert.ToHexStringLower(first.RequestId.Span);
        error.Status.Code.ShouldBe((int)StatusCode.Internal);
        error.Status.Message.ShouldBe($"A fault of the gateway. Request id {id}.");
        (await batch.NextAsync()).Answer.ShouldNotBeNull();
        var logged = WireIds.Read(first.RequestId).ToString();
        gateway.Sink.Lines.ShouldContain(line => line.Contains("InvalidOperationException") && line.Contains(logged));
    }

    [Fact]
    public async Task Consent_WithdrawnBetweenTwoItems_BindsTheSecond()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        gateway.Source.Answer = (_, _) => Task.FromResult(new GetLeavesResponse { Information = FilledRecord.Everything(V1.Label.Relevant) });
        var consents = new Consents(gateway.Store.Registrar);
        await consents.GiveAsync();
        using var batch = BatchCall.Open(gateway, Town.School);

        await batch.SendAsync(Town.Request(Town.Plain(Town.Consenting, Cell.ClinicalDiagnosis)));
        var before = (await batch.NextAsync()).Answer;
        await consents.WithdrawAsync();
        await batch.SendAsync(Town.Request(Town.Plain(Town.Consenting, Cell.ClinicalDiagnosis)));
        var after = (await batch.NextAsync()).Answer;

        before.Information.ShouldNotBeNull(before.ToString());
        after.Information.ShouldBeNull();
        after.Groups.ShouldAllBe(group => group.Outcome == Outcome.Withhold);
    }

    [Fact]
    public async Task Stream_WithoutToken_Unauthenticated()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        using var batch = BatchCall.Open(gateway, new Metadata());

        var (messages, end) = await batch.RunAsync([Town.Request(Town.Order(Town.Known, Cell.Attendance))]);

        messages.ShouldBeEmpty();
        end.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    private static List<RequestInformationRequest> Requests()
    {
        var badReference = Town.Order(Town.Known, Cell.Attendance);
        badReference.CaseReference = new string('x', 65);
        return
        [
            Town.Request(Town.Order(Town.Known, Cell.Attendance, Cell.ChildSchooling, Cell.Finances)),
            Town.Request(Town.Order(Town.Shielded, Cell.Attendance)),
            Town.Request(Town.Order(Town.Unknown, Cell.Attendance)),
            Town.Request(Town.Order("12345678901", Cell.Attendance)),
            Town.Request(badReference),
            Town.Request(new Inquiry()),
            new RequestInformationRequest { RequestId = Town.Request(new Inquiry()).RequestId },
            Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)),
        ];
    }

    private static async Task<IMessage> SingleAsync(TestGateway gateway, RequestInformationRequest request)
    {
        try
        {
            var answer = await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern));
            return Comparable(new RequestInformationBatchResponse { Answer = answer });
        }
        catch (RpcException error)
        {
            return Details.Of(error);
        }
    }

    private static IMessage Comparable(RequestInformationBatchResponse message)
    {
        if (message.Error is { } error)
        {
            return error.Status;
        }

        var answer = message.Answer.Clone();
        (answer.DecidedAt, answer.Receipt) = (null, null);
        return answer;
    }
}
