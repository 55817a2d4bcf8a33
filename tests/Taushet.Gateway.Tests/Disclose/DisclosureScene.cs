using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

/// <summary>A gateway through which a school reports to barnevern.</summary>
internal sealed class DisclosureScene : IAsyncDisposable
{
    private DisclosureScene(TestGateway gateway)
    {
        Gateway = gateway;
        Sender = new DisclosureService.DisclosureServiceClient(gateway.Invoker);
        Receiver = new DeliveryService.DeliveryServiceClient(gateway.Invoker);
    }

    public static Party School => new() { OrganisationNumber = Town.School, Service = Service.PrimarySchool };

    public static Party Barnevern => new() { OrganisationNumber = Town.Barnevern, Service = Service.Barnevern };

    public TestGateway Gateway { get; }

    public DisclosureService.DisclosureServiceClient Sender { get; }

    public DeliveryService.DeliveryServiceClient Receiver { get; }

    public static async Task<DisclosureScene> StartAsync(Func<GatewayOptions, GatewayOptions>? change = null) =>
        new(await TestGateway.StartAsync(options =>
        {
            var quick = options with { DeliveryInterval = TimeSpan.FromMilliseconds(20), Redelivery = TimeSpan.FromMilliseconds(150) };
            return change?.Invoke(quick) ?? quick;
        }));

    public static ByteString NewId() => ByteString.CopyFrom(Guid.NewGuid().ToByteArray());

    /// <summary>A teacher's report of concern, with what it may hold.</summary>
    public static Disclosure Report(string? child = null) => new()
    {
        DisclosureId = NewId(),
        Child = new ChildRef { NationalNumber = child ?? Town.Known },
        Sender = new DisclosureSender
        {
            Party = School,
            Employee = new ActingPerson { Reference = "employee-3", Role = "teacher" },
            FullName = "Test Lærer",
            Phone = "+4700000001",
        },
        Receiver = Barnevern,
        Ground = new DisclosureGround
        {
            ReportOfConcern = new ReportEvidence
            {
                Trigger = Trigger.Maltreatment,
                Certainty = Certainty.ReasonToBelieve,
                AbuseSuspected = true,
            },
        },
        CaseReference = "bekymring-7",
        ChildInformed = new Informed { Informed_ = false, ReasonWhyNot = "suspicion of violence at home" },
        GuardiansInformed =
        {
            new GuardianInformed
            {
                FullName = "Test Forelder",
                Relation = "mother",
                Informed = new Informed { Informed_ = false, ReasonWhyNot = "could endanger the child" },
            },
        },
        Content = new DisclosureContent
        {
            Narrative = new Narrative { Concern = "Came to school with marks.", History = "Twice before in spring." },
            Observations =
            {
                new Observation
                {
                    ObservationId = NewId(),
                    Category = ObservationCategory.Physical,
                    ObservedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(TestGateway.Start),
                    Place = "the gym",
                    Description = "Bruises on both arms.",
                    Context = "While changing clothes.",
                    Observer = new ActingPerson { Reference = "employee-4", Role = "teacher" },
                },
            },
            Attachments =
            {
                new AttachmentReference { Reference = "doc-1", Title = "Drawing", MediaType = "image/png", Size = 10, Cell = Cell.SignsPhysical },
            },
            Record = new ChildInformation
            {
                Person = new PersonSection { Identity = new Identity { GivenName = "Test", FamilyName = "Barn", BirthDate = "2010-04-01" } },
            },
        },
    };

    /// <summary>Barnevern's feedback on a report that it has received.</summary>
    public static Disclosure FeedbackOn(Delivery report) => new()
    {
        DisclosureId = NewId(),
        Sender = new DisclosureSender
        {
            Party = Barnevern,
            Employee = new ActingPerson { Reference = "employee-9", Role = "caseworker" },
        },
        Ground = new DisclosureGround { Feedback = new Feedback { ReportDeliveryId = report.DeliveryId } },
        Content = new DisclosureContent
        {
            Record = new ChildInformation
            {
                Barnevern = new BarnevernSection
                {
                    Reports = { new ConcernReport { ReceivedOn = "2026-09-01", Text = "What the file says." } },
                    Investigations = { new Investigation { Opened = true } },
                    PrivateReporters = { new PrivateReporter { FullName = "Nabo Hemmelig" } },
                },
            },
        },
    };

    public async Task<SubmitDisclosureResponse> SubmitAsync(Disclosure disclosure, string? organisation = null) =>
        await Sender.SubmitDisclosureAsync(
            new SubmitDisclosureRequest { Disclosure = disclosure }, Gateway.As(organisation ?? Town.School));

    public Task<RpcException> RefusedAsync(Disclosure disclosure, string? organisation = null) =>
        Should.ThrowAsync<RpcException>(() => SubmitAsync(disclosure, organisation));

    /// <summary>Receives so many deliveries, and lets the stream go.</summary>
    public async Task<List<ReceiveDisclosuresResponse>> ReceiveAsync(int count, Party? receiver = null, ByteString? token = null)
    {
        receiver ??= Barnevern;
        using var call = Receiver.ReceiveDisclosures(
            new ReceiveDisclosuresRequest { Receiver = receiver, ResumeToken = token ?? ByteString.Empty },
            Gateway.As(receiver.OrganisationNumber),
            DateTime.UtcNow.AddSeconds(20));
        var received = new List<ReceiveDisclosuresResponse>();
        while (received.Count < count && await call.ResponseStream.MoveNext(default))
        {
            received.Add(call.ResponseStream.Current);
        }

        return received;
    }

    /// <summary>Receives what comes in a time.</summary>
    public async Task<List<Delivery>> ReceiveForAsync(TimeSpan time, Party? receiver = null)
    {
        receiver ??= Barnevern;
        using var call = Receiver.ReceiveDisclosures(
            new ReceiveDisclosuresRequest { Receiver = receiver }, Gateway.As(receiver.OrganisationNumber), DateTime.UtcNow + time);
        var received = new List<Delivery>();
        try
        {
            while (await call.ResponseStream.MoveNext(default))
            {
                received.Add(call.ResponseStream.Current.Delivery);
            }
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.DeadlineExceeded)
        {
            // The time is up.
        }

        return received;
    }

    public async Task<AcknowledgeResponse> AcknowledgeAsync(Delivery delivery, string receipt = "journal-1", Party? receiver = null) =>
        await Receiver.AcknowledgeAsync(
            new AcknowledgeRequest
            {
                Receiver = receiver ?? Barnevern,
                DeliveryId = delivery.DeliveryId,
                ReceiverReceipt = ByteString.CopyFromUtf8(receipt),
            },
            Gateway.As((receiver ?? Barnevern).OrganisationNumber));

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
