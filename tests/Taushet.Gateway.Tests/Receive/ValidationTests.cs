using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive;

public sealed class ValidationTests
{
    [Fact]
    public async Task RequestInformation_Empty_EveryRequiredFieldAtOnce()
    {
        (await ViolationsAsync(new RequestInformationRequest())).ShouldBe(["inquiry"]);
        (await ViolationsAsync(new RequestInformationRequest { Inquiry = new Inquiry(), RequestId = ByteString.CopyFrom(1) })).ShouldBe(
            ["request_id", "inquiry.child", "inquiry.holder", "inquiry.receiver", "inquiry.purpose", "inquiry.needs"]);
    }

    /// <summary>INVARIANT: a violation names the field and the rule, never the value. The sink looks for values.</summary>
    [Fact]
    public async Task RequestInformation_EachFault_NamesItsField()
    {
        (string Field, Action<Inquiry> Break)[] faults =
        [
            ("inquiry.child.national_number", inquiry => inquiry.Child.NationalNumber = "12345678901"),
            ("inquiry.child.national_number", inquiry => inquiry.Child.NationalNumber = "20036914700"),
            ("inquiry.child.unborn", inquiry => inquiry.Child.Unborn = new UnbornChild()),
            ("inquiry.child.unidentified", inquiry => inquiry.Child.Unidentified = new UnidentifiedChild { Reference = "x" }),
            ("inquiry.receiver.service", inquiry => inquiry.Receiver = new Party { Service = Service.Child }),
            ("inquiry.receiver.service", inquiry => inquiry.Receiver.Service = (Service)99),
            ("inquiry.holder.service", inquiry => inquiry.Holder = new Party { Service = Service.PrivatePerson }),
            ("inquiry.holder.organisation_number", inquiry => inquiry.Holder.OrganisationNumber = "123456789"),
            ("inquiry.holder.unit_number", inquiry => inquiry.Holder.UnitNumber = "1"),
            ("inquiry.purpose", inquiry => inquiry.Purpose = Purpose.Unspecified),
            ("inquiry.purpose", inquiry => inquiry.Purpose = (Purpose)999),
            ("inquiry.needs", inquiry => inquiry.Needs.Clear()),
            ("inquiry.needs[0].cell", inquiry => inquiry.Needs[0].Cell = (Cell)120),
            ("inquiry.needs[0].need", inquiry => inquiry.Needs[0].Need = Need.Unspecified),
            ("inquiry.bases[0].basis", inquiry => inquiry.Bases[0] = new BasisClaim()),
            ("inquiry.bases[0].basis", inquiry => inquiry.Bases[0].Basis = (Basis)999),
            ("inquiry.bases[1].evidence", inquiry => inquiry.Bases.Add(inquiry.Bases[0])),
            ("inquiry.bases[0].evidence.order.case_type", inquiry => inquiry.Bases[0].Evidence.Order.CaseType = (OrderCase)99),
            ("inquiry.bases[0].evidence.order.reference", inquiry => inquiry.Bases[0].Evidence.Order.Reference = Town.Known),
            ("inquiry.bases[0].evidence.order.scope", inquiry => inquiry.Bases[0].Evidence.Order.Scope.Add((Cell)0)),
            ("inquiry.case_reference", inquiry => inquiry.CaseReference = new string('x', 65)),
            ("inquiry.case_reference", inquiry => inquiry.CaseReference = $"child {Town.Known}"),
            ("inquiry.acting_person.role", inquiry => inquiry.ActingPerson.Role = "a\nb"),
        ];
        await using var gateway = await TestGateway.StartAsync();
        foreach (var (field, fault) in faults)
        {
            var inquiry = Town.Order(Town.Known, Cell.Attendance);
            fault(inquiry);
            (await ViolationsAsync(gateway, Town.Request(inquiry))).ShouldBe([field], field);
        }

        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Assess_UnspecifiedFlowOrContentInPull_NamesItsField()
    {
        await using var gateway = await TestGateway.StartAsync();
        var inquiry = Town.Order(Town.Known, Cell.Attendance);
        (AssessRequest Request, string Field)[] faults =
        [
            (new AssessRequest { Inquiry = inquiry }, "flow"),
            (new AssessRequest { Inquiry = inquiry, Flow = Flow.Pull, Content = new ChildInformation() }, "content"),
        ];
        foreach (var (request, field) in faults)
        {
            var error = await Should.ThrowAsync<RpcException>(async () =>
                await gateway.Client.AssessAsync(request, gateway.As(Town.Barnevern)));
            Details.Violations(error).ShouldBe([field]);
        }
    }

    private static async Task<string[]> ViolationsAsync(RequestInformationRequest request)
    {
        await using var gateway = await TestGateway.StartAsync();
        return await ViolationsAsync(gateway, request);
    }

    private static async Task<string[]> ViolationsAsync(TestGateway gateway, RequestInformationRequest request)
    {
        var error = await Should.ThrowAsync<RpcException>(async () =>
            await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern)));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return Details.Violations(error);
    }
}
