using Google.Protobuf;
using Grpc.Core;
using Taushet.Cli.Tokens;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Demo.Scenarios;

/// <summary>
/// A teacher's report of concern on its way: submitted by the school's system, received by barnevern's, answered with a feedback, and all of
/// it read in the log, by the school's auditor and by the child itself.
/// </summary>
internal sealed class DisclosureStory(CallInvoker gateway, DevelopmentIssuer issuer, ITrailIndex index, ObservationBook book, Child child)
{
    private const string Case = "bekymring-2026-4";
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);

    private readonly DisclosureService.DisclosureServiceClient disclosures = new(gateway);
    private readonly DeliveryService.DeliveryServiceClient deliveries = new(gateway);
    private readonly AccessLogService.AccessLogServiceClient log = new(gateway);

    /// <summary>Plays it.</summary>
    public async Task<PlayedDisclosure> PlayAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var noted = NotedSigns.WriteInto(book, child.NationalNumber, now);
        var report = Report();
        var submitted = await disclosures.SubmitDisclosureAsync(new SubmitDisclosureRequest { Disclosure = report }, By(Organisations.School, cancellation));
        var received = await ReceiveAsync(Organisations.Barnevern, submitted.DeliveryId, "barnevern-journal-1", cancellation);
        var answered = await disclosures.SubmitDisclosureAsync(
            new SubmitDisclosureRequest { Disclosure = Feedback(received) }, By(Organisations.Barnevern, cancellation));
        var feedback = await ReceiveAsync(Organisations.School, answered.DeliveryId, "skole-journal-1", cancellation);
        await IndexedAsync(cancellation);
        var seen = await log.SearchEntriesAsync(
            new SearchEntriesRequest
            {
                Reader = new LogReader
                {
                    Party = Organisations.School.Party,
                    ActingPerson = new ActingPerson { Reference = "revisor-1", Role = "loggkontrollør" },
                    Reference = "kontroll-2026-1",
                },
                Filter = new EntryFilter { Child = new ChildRef { NationalNumber = child.NationalNumber } },
            },
            By(Organisations.School, cancellation, "auditor"));
        var own = await log.ListAccessesToMeAsync(
            new ListAccessesToMeRequest(), By(Organisations.School, cancellation, "citizen", child.NationalNumber));
        return new PlayedDisclosure(noted, submitted, received, feedback, seen.Entries, own.Lines);
    }

    private async Task<Delivery> ReceiveAsync(Organisation receiver, ByteString wanted, string receipt, CancellationToken cancellation)
    {
        using var call = deliveries.ReceiveDisclosures(new ReceiveDisclosuresRequest { Receiver = receiver.Party }, By(receiver, cancellation));
        while (await call.ResponseStream.MoveNext(cancellation))
        {
            if (call.ResponseStream.Current.Delivery is { } delivery && delivery.DeliveryId.Equals(wanted))
            {
                await deliveries.AcknowledgeAsync(
                    new AcknowledgeRequest
                    {
                        Receiver = receiver.Party,
                        DeliveryId = wanted,
                        ReceiverReceipt = ByteString.CopyFromUtf8(receipt),
                    },
                    By(receiver, cancellation));
                return delivery;
            }
        }

        throw new InvalidOperationException("The stream ended without the delivery.");
    }

    private async Task IndexedAsync(CancellationToken cancellation)
    {
        while ((await index.StateAsync(cancellation)).Behind > 0)
        {
            await Task.Delay(50, cancellation);
        }
    }

    private CallOptions By(Organisation organisation, CancellationToken cancellation, string? role = null, string? person = null)
    {
        var token = issuer.Mint(
            organisation.Number, "demo", TokenLifetime, Guid.NewGuid(), roles: role is null ? null : [role], nationalNumber: person);
        return new CallOptions(new Metadata { { "authorization", "Bearer " + token } }, cancellationToken: cancellation);
    }

    // The observations are taken out of the school's book as they stand: nobody types them again.
    private Disclosure Report() => new()
    {
        DisclosureId = ByteString.CopyFrom(Guid.NewGuid().ToByteArray()),
        Child = new ChildRef { NationalNumber = child.NationalNumber },
        Sender = new DisclosureSender
        {
            Party = Organisations.School.Party,
            Employee = new ActingPerson { Reference = "ansatt-12", Role = "kontaktlærer" },
            FullName = "Tenkt Lærer",
        },
        Receiver = Organisations.Barnevern.Party,
        Ground = new DisclosureGround
        {
            ReportOfConcern = new ReportEvidence
            {
                Trigger = Trigger.Maltreatment,
                Certainty = Certainty.ReasonToBelieve,
                AbuseSuspected = true,
            },
        },
        CaseReference = Case,
        ChildInformed = new Informed { Informed_ = true },
        GuardiansInformed =
        {
            new GuardianInformed
            {
                Relation = "mother",
                Informed = new Informed { Informed_ = false, ReasonWhyNot = "Mistanke om vold i hjemmet." },
            },
        },
        Content = new DisclosureContent
        {
            Narrative = new Narrative { Concern = "Eleven har hatt merker på armene tre mandager på rad." },
            Observations = { book.Of(child.NationalNumber) },
        },
    };

    private static Disclosure Feedback(Delivery report) => new()
    {
        DisclosureId = ByteString.CopyFrom(Guid.NewGuid().ToByteArray()),
        Sender = new DisclosureSender
        {
            Party = Organisations.Barnevern.Party,
            Employee = new ActingPerson { Reference = "ansatt-51", Role = "kontaktperson" },
        },
        Ground = new DisclosureGround { Feedback = new Feedback { ReportDeliveryId = report.DeliveryId } },
        Content = new DisclosureContent
        {
            Record = new ChildInformation
            {
                Barnevern = new BarnevernSection
                {
                    Reports = { new ConcernReport { ReceivedOn = report.SubmittedAt.ToDateTimeOffset().ToString("yyyy-MM-dd") } },
                    Investigations = { new Investigation { Opened = true } },
                },
            },
        },
    };
}

/// <summary>The story of a report, with what came of it.</summary>
/// <param name="Noted">What the school's staff had noted before.</param>
/// <param name="Submitted">What the school was answered.</param>
/// <param name="Received">What barnevern received.</param>
/// <param name="Feedback">What the school received back.</param>
/// <param name="Audited">What the school's auditor sees of the child.</param>
/// <param name="Own">What the child sees.</param>
internal sealed record PlayedDisclosure(
    IReadOnlyList<Observation> Noted,
    SubmitDisclosureResponse Submitted,
    Delivery Received,
    Delivery Feedback,
    IReadOnlyList<AccessEntry> Audited,
    IReadOnlyList<AccessLine> Own)
{
    /// <summary>Proves from what was seen that the report arrived, the feedback came back, and both can be found.</summary>
    public IEnumerable<Proof> Prove()
    {
        yield return new Proof(
            "a teacher's report reaches barnevern word for word, with its deadlines",
            Received.Disclosure.Equals(Submitted.Delivered) && Received.Deadlines.Count == 3);
        yield return new Proof(
            "what three of the staff had noted in weeks before reaches barnevern as they noted it: when, where, by whom, and under its own id",
            Noted.Count == 3 && Received.Disclosure.Content.Observations.Select(Bare).SequenceEqual(Noted));
        yield return new Proof(
            "the feedback comes back under the teacher's own case reference, tells that an investigation was opened, and names no child",
            Feedback.Disclosure.CaseReference == Submitted.CaseReference
            && Feedback.Disclosure.InReplyTo.Equals(Submitted.DisclosureId)
            && Feedback.Disclosure.Child is null
            && Feedback.Disclosure.Content.Record.Barnevern.Investigations[0].Opened);
        yield return new Proof(
            "report, feedback and their receipts stand in the auditor's view",
            Audited.Count(entry => entry.Kind == "disclosure-submitted") == 2 && Audited.Count(entry => entry.Kind == "disclosure-received") == 2);
        yield return new Proof(
            "the child sees that the school told barnevern, and that barnevern answered",
            Own.Count(line => line.Text.Contains("av eget tiltak", StringComparison.Ordinal)) == 2
            && !Own.Any(line => line.Text.Contains("Blåmerker", StringComparison.Ordinal)));
    }

    // What the sending put on it aside.
    private static Observation Bare(Observation received)
    {
        var bare = received.Clone();
        bare.Labels = null;
        return bare;
    }
}
