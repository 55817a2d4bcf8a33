using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Taushet.V1;

namespace Taushet.Client.Tests;

public sealed class OutboxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-outbox-");
    private readonly KnownLog log = new();
    private readonly byte[] key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    private string Path => System.IO.Path.Combine(folder.FullName, "outbox.db");

    /// <summary>INVARIANT: a disclosure that was put in is sent until a receipt of it has been checked; nothing else takes it out.</summary>
    [Fact]
    public async Task Put_GatewayAwayAndRestarted_IsSentUntilItsReceiptHolds()
    {
        var report = Report("11", "first");
        using (var before = Open())
        {
            before.Put(report);
            before.Put(report);
            (await before.SendAsync(_ => throw Failed(StatusCode.Unavailable), Check, default)).ShouldBe(1);
            (await before.SendAsync(asked => Task.FromResult(Spoilt(asked)), Check, default)).ShouldBe(1);
        }

        using var after = Open();
        var sent = new List<Disclosure>();
        (await after.SendAsync(asked => Answer(asked, sent), Check, default)).ShouldBe(0);
        (await after.SendAsync(asked => Answer(asked, sent), Check, default)).ShouldBe(0);

        sent.ShouldBe([report]);
        var item = after.Items().ShouldHaveSingleItem();
        (item.State, item.Attempts, item.LastStatus).ShouldBe((OutboxState.Stored, 3, StatusCode.OK));
        after.AnswerTo(item.Id).ShouldNotBeNull().DisclosureId.ShouldBe(report.DisclosureId);
    }

    [Fact]
    public async Task SendAsync_WhatTheGatewayWillNeverTake_IsKeptAndToldAndHoldsUpNothing()
    {
        using var outbox = Open();
        var (bad, good) = (Report("11", "bad"), Report("12", "good"));
        outbox.Put(bad);
        outbox.Put(good);
        var sent = new List<Disclosure>();

        var left = await outbox.SendAsync(
            asked => asked.Disclosure.Equals(bad) ? throw Failed(StatusCode.InvalidArgument) : Answer(asked, sent), Check, default);

        left.ShouldBe(0);
        outbox.Items().Select(item => (item.State, item.Told)).ShouldBe([(OutboxState.Refused, "told"), (OutboxState.Stored, string.Empty)]);
    }

    [Fact]
    public async Task SendAsync_StoredUnderThisIdAndDestroyedSince_IsKeptForSomebodyToLookAt()
    {
        using var outbox = Open();
        outbox.Put(Report("11", "one"));
        var destroyed = new SubmitDisclosureResponse { RepeatedSubmission = true, Destroyed = true, State = DisclosureState.Acknowledged };

        (await outbox.SendAsync(_ => Task.FromResult(destroyed), Check, default)).ShouldBe(0);

        var item = outbox.Items().ShouldHaveSingleItem();
        item.State.ShouldBe(OutboxState.Refused);
        item.Told.ShouldContain("under an id of its own");
    }

    [Fact]
    public async Task SendAsync_OneFails_LaterOnesOfItsChildWaitAndOthersGo()
    {
        using var outbox = Open();
        var all = new[] { Report("11", "one"), Report("11", "two"), Report("12", "three") };
        foreach (var report in all)
        {
            outbox.Put(report);
        }

        var sent = new List<Disclosure>();
        (await outbox.SendAsync(
            asked => asked.Disclosure.Equals(all[0]) ? throw Failed(StatusCode.Internal) : Answer(asked, sent), Check, default)).ShouldBe(2);
        (await outbox.SendAsync(asked => Answer(asked, sent), Check, default)).ShouldBe(0);

        sent.ShouldBe([all[2], all[0], all[1]]);
    }

    [Fact]
    public async Task File_WaitingOrStored_HoldsNothingInClear()
    {
        using (var outbox = Open())
        {
            outbox.Put(Report("01841099999", "a secret sentence"));
            await outbox.SendAsync(_ => throw Failed(StatusCode.Unavailable), Check, default);
        }

        var bytes = string.Concat(folder.GetFiles().Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName))));
        bytes.ShouldNotContain("a secret sentence");
        bytes.ShouldNotContain("01841099999");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Disclosure Report(string child, string concern) => new()
    {
        DisclosureId = ByteString.CopyFrom(Guid.NewGuid().ToByteArray()),
        Child = new ChildRef { NationalNumber = child },
        Content = new DisclosureContent { Narrative = new Narrative { Concern = concern } },
    };

    private static RpcException Failed(StatusCode status) => new(new Status(status, "told"));

    private ReceiptCheck Check => log.Check;

    private DisclosureOutbox Open() => new(Path, key, TimeProvider.System);

    private SubmitDisclosureResponse Spoilt(SubmitDisclosureRequest asked)
    {
        var answer = Stored(asked);
        answer.Delivered.CaseReference = "another";
        return answer;
    }

    private Task<SubmitDisclosureResponse> Answer(SubmitDisclosureRequest asked, List<Disclosure> sent)
    {
        sent.Add(asked.Disclosure);
        return Task.FromResult(Stored(asked));
    }

    private SubmitDisclosureResponse Stored(SubmitDisclosureRequest asked)
    {
        var delivered = new DeliveredDisclosure { Child = asked.Disclosure.Child, Content = asked.Disclosure.Content };
        return new SubmitDisclosureResponse
        {
            DisclosureId = asked.Disclosure.DisclosureId,
            State = DisclosureState.Open,
            Delivered = delivered,
            Receipt = log.Receipt(delivered.ToByteArray()),
        };
    }
}
