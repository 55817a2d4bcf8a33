using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive.Batch;

/// <summary>An item's id is what its answer is known by.</summary>
public sealed class BatchIdTests
{
    [Fact]
    public async Task Item_IdMissingOrOfAnotherLength_InvalidArgumentByPlaceAlone()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var lengths = new[] { 0, 1, 15, 17, 32 };
        var requests = lengths.Select(length => new RequestInformationRequest
        {
            Inquiry = Town.Order(Town.Known, Cell.Attendance),
            RequestId = ByteString.CopyFrom(new byte[length]),
        });

        var messages = await BatchCall.RunAsync(gateway, Town.Barnevern, requests);

        var errors = messages.Select(message => message.Error).OrderBy(error => error.Position).ToList();
        errors.Count.ShouldBe(lengths.Length);
        errors.Select(error => (int)error.Position).ShouldBe(Enumerable.Range(0, lengths.Length));
        errors.ShouldAllBe(error => error.RequestId.IsEmpty && error.Status.Code == (int)StatusCode.InvalidArgument);
        errors.ShouldAllBe(error => Details.Violations(error.Status).Single() == "request_id");
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Item_WithTheIdOfOneBefore_InvalidArgumentAndTheFirstIsAnswered()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var request = Town.Request(Town.Order(Town.Known, Cell.Attendance));
        var again = Town.Request(Town.Order(Town.Known, Cell.ChildSchooling));
        again.RequestId = request.RequestId;

        var messages = await BatchCall.RunAsync(gateway, Town.Barnevern, request, again, Town.Request(Town.Order(Town.Known, Cell.Attendance)));

        var error = messages.Single(message => message.Error is not null).Error;
        (error.Position, error.RequestId).ShouldBe((1u, request.RequestId));
        Details.Violations(error.Status).ShouldBe(["request_id"]);
        messages.Count(message => message.Answer is not null).ShouldBe(2);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(2);
    }

    [Fact]
    public async Task Item_IdMissingAndMuchElse_EveryViolationAtOnce()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var messages = await BatchCall.RunAsync(gateway, Town.Barnevern, new RequestInformationRequest(), new RequestInformationRequest { Inquiry = new Inquiry() });

        Details.Violations(messages.Single(message => message.Error.Position == 0).Error.Status).ShouldBe(["request_id", "inquiry"]);
        Details.Violations(messages.Single(message => message.Error.Position == 1).Error.Status).ShouldBe(
            ["request_id", "inquiry.child", "inquiry.holder", "inquiry.receiver", "inquiry.purpose", "inquiry.needs"]);
    }

    [Fact]
    public void TakeUnique_AnyIds_FaultsExactlyTheRepeated() =>
        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure, FsCheck.Fluent.Prop.ForAll(
            FsCheck.Fluent.ArbMap.Default.ArbFor<byte[]>(), ids =>
            {
                var (taken, seen) = (new HashSet<Guid>(), new HashSet<byte>());
                foreach (var id in ids)
                {
                    var faults = new FieldFaults();
                    RequestIds.TakeUnique(ByteString.CopyFrom([.. Enumerable.Repeat(id, 16)]), taken, faults);
                    faults.Any.ShouldBe(!seen.Add(id));
                }
            }));
}
