using System.Text;
using Google.Protobuf;
using Taushet.Gateway.Tests.Support;
using Taushet.Gateway.Tests.Trail;
using Taushet.Storage.Ports;
using Taushet.V1;
using DisclosureState = Taushet.V1.DisclosureState;

namespace Taushet.Gateway.Tests.Disclose;

/// <summary>The identity of a private reporter who asked for secrecy never leaves in any answer: every answer's bytes are looked through.</summary>
public sealed class PrivateReporterTests
{
    private static readonly string[] Secrets = ["Hemmelig Nabo", "+4799000111", "Skjult vei 9", "neighbour across"];
    private static readonly string Mother = People.Number(11);

    /// <summary>INVARIANT: who asked for secrecy, or may have, never leaves by machine, whatever a rule says.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public async Task EveryAnswer_ReporterAskedForSecrecyOrMayHave_HoldsNothingOfWhoItIs(bool? asked)
    {
        await using var scene = await DisclosureScene.StartAsync();
        using var tokens = new DevelopmentTokens(scene.Gateway);
        await scene.Gateway.Store.Guardians.RegisterAsync(
            Town.Known, Mother, GuardianStanding.WithResponsibility, TestGateway.Start, default);
        var report = Report(asked);
        var answers = new List<IMessage> { await scene.SubmitAsync(report), await scene.SubmitAsync(report) };
        var received = await scene.ReceiveAsync(2);
        answers.AddRange(received);
        answers.Add(await scene.AcknowledgeAsync(received[0].Delivery));
        answers.Add(await scene.SubmitAsync(DisclosureScene.FeedbackOn(received[0].Delivery), Town.Barnevern));
        answers.AddRange(await scene.ReceiveAsync(1, DisclosureScene.School));
        answers.AddRange(await AuditAsync(scene, tokens));

        answers.Count.ShouldBeGreaterThan(9);
        foreach (var answer in answers)
        {
            var bytes = Encoding.UTF8.GetString(answer.ToByteArray());
            Secrets.ShouldAllBe(secret => !bytes.Contains(secret, StringComparison.Ordinal), answer.Descriptor.Name);
        }

        var fields = ((SubmitDisclosureResponse)answers[0]).Fields.Where(field => field.Cell == Cell.PrivateReporter).ToList();
        fields.Count.ShouldBe(3);
        fields.ShouldAllBe(field => field.Reason == ReasonCode.ByHand || field.Reason == ReasonCode.NotPermitted);
        ((SubmitDisclosureResponse)answers[0]).State.ShouldBe(DisclosureState.Open);
    }

    [Fact]
    public async Task Submit_ReporterWhoDidNotAskForSecrecy_ReachesBarnevern()
    {
        await using var scene = await DisclosureScene.StartAsync();

        await scene.SubmitAsync(Report(asked: false));

        var person = (await scene.ReceiveAsync(1))[0].Delivery.Disclosure.Content.ReportingPerson;
        (person.FullName, person.Phone).ShouldBe((Secrets[0], Secrets[1]));
    }

    /// <summary>What is delivered to barnevern does not leave the gateway's store either, whoever reads the file.</summary>
    [Fact]
    public async Task Store_ReporterAskedForSecrecy_KeepsNothingOfWhoItIsInClear()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.SubmitAsync(Report(asked: true));

        foreach (var file in Directory.GetFiles(scene.Gateway.Folder, "taushet.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var text = Encoding.UTF8.GetString(bytes.ToArray());
            Secrets.Append("marks").Append(Town.Known).ShouldAllBe(secret => !text.Contains(secret, StringComparison.Ordinal), file);
        }
    }

    private static Disclosure Report(bool? asked)
    {
        var report = DisclosureScene.Report();
        report.Content.ReportingPerson = new ReportingPerson
        {
            FullName = Secrets[0],
            Phone = Secrets[1],
            StreetAddress = Secrets[2],
            Relation = Secrets[3],
        };
        if (asked is { } stated)
        {
            report.Content.ReportingPerson.AskedForSecrecy = stated;
        }

        report.Content.Record.Barnevern = new BarnevernSection
        {
            PrivateReporters = { new PrivateReporter { FullName = Secrets[0], Phone = Secrets[1], Labels = new EntryLabels { Labels = { Taushet.V1.Label.Relevant } } } },
        };
        return report;
    }

    private static async Task<List<IMessage>> AuditAsync(DisclosureScene scene, DevelopmentTokens tokens)
    {
        await Indexed.WaitAsync(scene.Gateway.Store.Index);
        var log = new AccessLogService.AccessLogServiceClient(scene.Gateway.Invoker);
        var answers = new List<IMessage>
        {
            await log.ListAccessesToMeAsync(new ListAccessesToMeRequest(), tokens.Citizen(Town.Known)),
            await log.ListAccessesToMeAsync(new ListAccessesToMeRequest { ChildNumber = Town.Known }, tokens.Citizen(Mother)),
        };
        foreach (var reader in new[] { Auditing.School(), Auditing.Barnevern() })
        {
            var auditor = tokens.As(reader.Party.OrganisationNumber, "auditor");
            var found = await log.SearchEntriesAsync(new SearchEntriesRequest { Reader = reader }, auditor);
            answers.Add(found);
            foreach (var entry in found.Entries)
            {
                answers.Add(await log.GetEntryAsync(new GetEntryRequest { Reader = reader, LogId = entry.LogId, Index = entry.Index }, auditor));
            }

            using var export = log.ExportEntries(new ExportEntriesRequest { Reader = reader }, auditor);
            while (await export.ResponseStream.MoveNext(default))
            {
                answers.Add(export.ResponseStream.Current);
            }
        }

        return answers;
    }
}
