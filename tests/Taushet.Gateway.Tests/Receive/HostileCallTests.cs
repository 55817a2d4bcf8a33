using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Receive;

/// <summary>Calls that no honest client makes: each ends at once, as the caller's fault, and says nothing.</summary>
public sealed class HostileCallTests
{
    private static readonly StatusCode[] CallersFault = [StatusCode.OK, StatusCode.InvalidArgument];

    [Theory]
    [InlineData("0S")]
    [InlineData("0n")]
    [InlineData("50n")]
    public async Task Deadline_OfNothing_EndsTheCallAlthoughTheStoreHangs(string timeout)
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Scripted.Gate = new TaskCompletionSource();
        var request = Town.Request(Town.Order(Town.Known, Cell.Attendance)).ToByteArray();

        var status = await RawCall.SendAsync(gateway, request, Token(gateway), ("grpc-timeout", timeout))
            .WaitAsync(TimeSpan.FromSeconds(15));

        status.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Theory]
    [InlineData("99999999H")]
    [InlineData("-1S")]
    [InlineData("1")]
    [InlineData("999999999999999999999S")]
    [InlineData("1S,1S")]
    public async Task Deadline_EnormousOrMalformed_IsCapped(string timeout)
    {
        await using var gateway = await TestGateway.StartAsync(options => options with
        {
            DeadlineCap = TimeSpan.FromMilliseconds(400),
            DeadlineDefault = TimeSpan.FromMilliseconds(400),
            SourceTimeout = TimeSpan.FromMilliseconds(200),
        });
        gateway.Scripted.Gate = new TaskCompletionSource();
        var request = Town.Request(Town.Order(Town.Known, Cell.Attendance)).ToByteArray();

        var status = await RawCall.SendAsync(gateway, request, Token(gateway), ("grpc-timeout", timeout))
            .WaitAsync(TimeSpan.FromSeconds(15));

        status.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Message_ThatIsNoProtobuf_InvalidArgument()
    {
        await using var gateway = await TestGateway.StartAsync();
        byte[][] messages =
        [
            [0xff, 0xff, 0xff],
            [0x0a, 0x7f, 0x01],
            [0x0a, 0x04, 0x32, 0x02, 0xc3, 0x28],
            [.. Enumerable.Repeat((byte)0x0b, 500)],
        ];
        foreach (var message in messages)
        {
            (await RawCall.SendAsync(gateway, message, Token(gateway))).ShouldBe(StatusCode.InvalidArgument);
        }
    }

    [Fact]
    public async Task Needs_AllWrong_TheViolationsReachTheCaller()
    {
        await using var gateway = await TestGateway.StartAsync();
        foreach (var count in new[] { 128, 10_000 })
        {
            var inquiry = Town.Order(Town.Known, Cell.Attendance);
            inquiry.Needs.Add(Enumerable.Repeat(new NeededCell { Cell = (Cell)125, Need = (Need)99 }, count - 1));
            var error = await Should.ThrowAsync<RpcException>(async () =>
                await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.Barnevern)));
            error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
            Details.Violations(error).ShouldNotBeEmpty();
            error.Trailers.GetValueBytes("grpc-status-details-bin")!.Length.ShouldBeLessThan(6000);
        }
    }

    /// <summary>Every enum of a full push and a full pull, set to numbers that no version knows.</summary>
    [Fact]
    public async Task Enums_UnknownNumberInAnyField_IsTheCallersFaultNeverOurs()
    {
        await using var gateway = await TestGateway.StartAsync();
        var tried = 0;
        foreach (var number in new[] { -1, 63, 64, 127, 128, int.MaxValue, int.MinValue })
        {
            foreach (var request in Requests())
            {
                var places = Places(request).Count;
                for (var place = 0; place < places; place++)
                {
                    var broken = request.Clone();
                    Places(broken)[place](number);
                    var caller = request.Flow == Flow.Push ? Town.School : Town.Barnevern;
                    var status = await StatusAsync(gateway, broken, caller);
                    CallersFault.ShouldContain(status, $"{number} at place {place}");
                    tried++;
                }
            }
        }

        tried.ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task Texts_WithNumbersOrControls_AreRefusedWithoutEcho()
    {
        await using var gateway = await TestGateway.StartAsync();
        var spaced = $"{Town.Known[..6]} {Town.Known[6..]}";
        string[] texts =
        [
            Town.Known, spaced, spaced.Replace(' ', '-'), spaced.Replace(' ', '\u00a0'), $"x{Town.Known}y",
            string.Concat(Town.Known.Select(digit => (char)(digit - '0' + '\uff10'))),
            "a\0b", "a\u0085b", "a\u001bb", "a\u202eb", "a\u2028b", "a\u200bb",
        ];
        Action<Inquiry, string>[] fields =
        [
            (inquiry, text) => inquiry.CaseReference = text,
            (inquiry, text) => inquiry.ActingPerson.Reference = text,
            (inquiry, text) => inquiry.ActingPerson.Role = text,
            (inquiry, text) => inquiry.Bases[0].Evidence.Order.Reference = text,
        ];
        foreach (var text in texts)
        {
            foreach (var set in fields)
            {
                var inquiry = Town.Order(Town.Known, Cell.Attendance);
                set(inquiry, text);
                var error = await Should.ThrowAsync<RpcException>(
                    async () => await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.Barnevern)),
                    System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(text));
                error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
            }
        }

        gateway.Sink.Lines.ShouldAllBe(line => !line.Contains(spaced));
    }

    private static string Token(TestGateway gateway) => gateway.Issuer.Issue(Town.Barnevern, gateway.Clock.Now);

    private static async Task<StatusCode> StatusAsync(TestGateway gateway, AssessRequest request, string caller)
    {
        try
        {
            await gateway.Client.AssessAsync(request, gateway.As(caller));
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }

    private static IEnumerable<AssessRequest> Requests()
    {
        foreach (var evidence in Evidences())
        {
            var push = Town.Report(Town.Known, Cell.Incident);
            push.Bases[0].Evidence = evidence;
            push.Purpose = Purpose.ChildWelfareCase;
            yield return new AssessRequest
            {
                Flow = Flow.Push,
                Inquiry = push,
                Content = new ChildInformation
                {
                    Concern = new ConcernSection
                    {
                        Incidents =
                        {
                            new Incident
                            {
                                Description = "seen",
                                Labels = new EntryLabels { Labels = { V1.Label.Relevant }, RelevantFor = { Need.AssessCase } },
                            },
                        },
                    },
                },
            };
        }

        yield return new AssessRequest { Flow = Flow.Pull, Inquiry = Town.Order(Town.Known, Cell.Attendance) };
    }

    private static IEnumerable<Evidence> Evidences() =>
    [
        new() { Report = new ReportEvidence { Trigger = Trigger.Maltreatment, Certainty = Certainty.MostLikely } },
        new() { Avert = new AvertEvidence { CrimeSection = 284, Certainty = Certainty.MostLikely } },
        new() { Pregnancy = new PregnancyEvidence { DamageLikely = Certainty.MostLikely } },
        new() { HolderDecision = new HolderDecision { DecidedBy = "head", Cells = { Cell.Incident } } },
        new() { AuthorityOrder = new AuthorityOrderEvidence { Reference = "r", Scope = { Cell.Incident } } },
        new() { Mandate = new MandateEvidence { Reference = "r", Scope = { Cell.Incident } } },
    ];

    /// <summary>Every place of a message that holds an enum, as what sets it.</summary>
    private static List<Action<int>> Places(IMessage message)
    {
        var places = new List<Action<int>>();
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.HasPresence && !field.Accessor.HasValue(message) ? null : field.Accessor.GetValue(message);
            if (field.FieldType == FieldType.Enum && value is System.Collections.IList members)
            {
                places.AddRange(Enumerable.Range(0, members.Count).Select<int, Action<int>>(place =>
                    number => members[place] = Enum.ToObject(field.EnumType.ClrType, number)));
            }
            else if (field.FieldType == FieldType.Enum)
            {
                places.Add(number => field.Accessor.SetValue(message, Enum.ToObject(field.EnumType.ClrType, number)));
            }
            else if (value is System.Collections.IList list && field.FieldType == FieldType.Message)
            {
                places.AddRange(list.Cast<IMessage>().SelectMany(Places));
            }
            else if (value is IMessage below)
            {
                places.AddRange(Places(below));
            }
        }

        return places;
    }
}
