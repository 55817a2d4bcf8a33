using System.Collections.Concurrent;
using System.Globalization;
using Dapper;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Files;
using Taushet.Storage.Ports;
using Taushet.V1;
using static Taushet.Gateway.Tests.Consent.Wishing;
using Grading = Taushet.Core.Vocabulary.Grading;
using ParentalResponsibility = Taushet.Core.Vocabulary.ParentalResponsibility;

namespace Taushet.Gateway.Tests.Consent;

/// <summary>A withdrawal binds the next decision on every gateway that shares the database.</summary>
/// <remarks>How many withdrawals: <c>TAUSHET_TEST_WITHDRAWALS</c>, 2,000 by default.</remarks>
[Collection(Alone.Name)]
public sealed class WithdrawalTests
{
    private const int Children = 16;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("TAUSHET_TEST_WITHDRAWALS") ?? "2000", CultureInfo.InvariantCulture) / Children;

    [Fact]
    public async Task TwoGateways_WithdrawalsAndRequestsInterleaved_NoEntryReliesOnAConsentWithdrawnBeforeIt()
    {
        await using var first = await TestGateway.StartPatientAsync();
        await using var second = await AnotherGateway.StartAsync(first, "second");
        await RegisterAsync(first);
        var credentials = first.As(Town.School);
        var gateways = new[] { (Front(first), first.Client), (second.Consents, second.Client) };
        var late = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, Children).Select(place => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var (consents, asking) = (gateways[(round + place) % 2], gateways[(round + place + 1) % 2]);
                await RoundAsync(Number(place), consents.Item1, asking.Item2, credentials, late);
            }
        })));

        late.ShouldBeEmpty("released to a request that was sent after the withdrawal had been acknowledged");
        var (relied, withdrawn, broken) = await InCommitOrderAsync(first);
        broken.ShouldBe(0, "entries that rely on a consent withdrawn before them");
        withdrawn.ShouldBe(Rounds * Children);
        relied.ShouldBeGreaterThan(Rounds * Children / 20, "the test would show nothing");
    }

    // A consent is given; while it is withdrawn through one gateway the other is asked; then it is asked once more.
    private static async Task RoundAsync(
        string child,
        ConsentService.ConsentServiceClient consents,
        SharingService.SharingServiceClient asking,
        Metadata credentials,
        ConcurrentBag<string> late)
    {
        var wish = (await consents.RecordWishAsync(Record(giving: BySelf(child), child: child), credentials)).Wish;
        wish.Status.ShouldBe(WishStatus.InForce);
        var meanwhile = AskAsync(asking, child, credentials);
        await consents.WithdrawWishAsync(Withdraw(wish, BySelf(child).Giver, child), credentials);

        if (await AskAsync(asking, child, credentials))
        {
            late.Add(child);
        }

        await meanwhile;
    }

    // A request whose facts changed at each of three decisions is refused: nothing was given.
    private static async Task<bool> AskAsync(SharingService.SharingServiceClient asking, string child, Metadata credentials)
    {
        try
        {
            var assessed = await asking.AssessAsync(
                new AssessRequest { Flow = Flow.Pull, Inquiry = Town.Plain(child, Cell.ClinicalDiagnosis) }, credentials);
            return assessed.Groups.Any(group => group.Outcome == Outcome.MayOnRequest);
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }

    private static async Task<(int Relied, int Withdrawn, int Broken)> InCommitOrderAsync(TestGateway gateway)
    {
        var entries = await gateway.Store.Trail.ReadAsync(default).ToDictionaryAsync(entry => entry.Entry);
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        var (relied, broken) = (0, 0);
        foreach (var id in CommitOrder(Path.Combine(gateway.Folder, DataFiles.Database)))
        {
            var entry = entries[id];
            var text = entry.Holder!.Decision;
            if (entry.Public.Kind == EntryKind.WishWithdrawn)
            {
                withdrawn.Add(Word(text, "wish "));
            }
            else if (entry.Public.Kind == EntryKind.Assess && text.Contains("\nconsent ", StringComparison.Ordinal))
            {
                relied++;
                broken += withdrawn.Contains(Word(text, "consent ")) ? 1 : 0;
            }
        }

        return (relied, withdrawn.Count, broken);
    }

    // One writer at a time, and nothing is ever removed: rows are numbered as they are committed.
    private static IReadOnlyList<Guid> CommitOrder(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        return [.. connection.Query<byte[]>("SELECT entry FROM audit_entry ORDER BY rowid").Select(id => new Guid(id, bigEndian: true))];
    }

    private static string Word(string text, string name) => text.Split('\n')
        .First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Split(' ')[0];

    private static string Number(int place) => People.Number(100 + place);

    private static Task RegisterAsync(TestGateway gateway) => gateway.Store.Registrar.ImportAsync(
        [.. Enumerable.Range(0, Children).Select(place => new PersonRow(
            Number(place), new DateOnly(2010, 1, 1), Grading.Ungraded, ParentalResponsibility.JointTogether, DeathDate: null))],
        TestGateway.Start,
        default);
}
