using Google.Protobuf;
using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Tests.Support;
using Taushet.Policies;
using Taushet.Policies.Book;
using Taushet.Policies.Cases;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Tests.Cases;

/// <summary>Every case of the rule book over a real call. The case's facts stand in for what the store would read.</summary>
public sealed class CasesOverGrpcTests
{
    private static async Task ShouldBeOneEntryEachAsync(TestGateway gateway, IReadOnlyList<PolicyCase> cases)
    {
        var entries = await gateway.Store.Trail.ReadAsync(default).ToListAsync();
        var rules = Book.Value.Policies.Rules.ToDictionary(rule => rule.Id);
        entries.Select(entry => entry.Public.LawDate).ShouldBe(cases.Select(one => one.Request.LawDate));
        entries.ShouldAllBe(entry => entry.Public.Kind == EntryKind.Assess && entry.Public.PolicyHash == Book.Value.Policies.Hash);
        foreach (var entry in entries)
        {
            var applied = entry.Holder.ShouldNotBeNull().Decision.Split('\n').Where(line => line.StartsWith("rule ", StringComparison.Ordinal));
            applied.ShouldContain(line => rules[line.Split(' ')[1]].Citations.Length > 0);
        }
    }

    private static readonly Lazy<PolicyBook> Book = new(() => PolicyLoader.Load(TestGateway.PoliciesFolder).Book.ShouldNotBeNull());

    // 10: Every decision, refusals included, yields exactly one log entry with law version and citation.
    [Fact]
    public async Task Assess_EveryCase_SameOutcomeForEveryCellAndOneEntryWithItsLaw()
    {
        await using var gateway = await TestGateway.StartAsync();
        var differences = new List<string>();
        var cases = Cases();
        foreach (var policyCase in cases)
        {
            var caller = await PrepareAsync(gateway, policyCase);
            var answer = await gateway.Client.AssessAsync(
                new Wire.AssessRequest
                {
                    Flow = (Wire.Flow)(int)policyCase.Request.Flow,
                    Inquiry = CaseOnTheWire.Inquiry(policyCase),
                },
                gateway.As(caller));
            differences.AddRange(Compare(policyCase, answer.Groups));
        }

        cases.Count.ShouldBeGreaterThan(30);
        differences.ShouldBeEmpty();
        await ShouldBeOneEntryEachAsync(gateway, cases);
    }

    [Fact]
    public async Task RequestInformation_EveryPull_GivesExactlyThePermittedCellsThatAreHeld()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Source.Answer = (_, _) => Task.FromResult(
            new Wire.GetLeavesResponse { Information = FilledRecord.Everything(Wire.Label.Relevant) });
        var differences = new List<string>();
        foreach (var policyCase in Cases().Where(one => one.Request.Flow == Flow.Pull))
        {
            var caller = await PrepareAsync(gateway, policyCase);
            var answer = await gateway.Client.RequestInformationAsync(
                Town.Request(CaseOnTheWire.Inquiry(policyCase)), gateway.As(caller));
            var given = ContentWalk.CellsOf(answer.Information);
            var expected = Expected(policyCase.Expected);
            if (!expected.Covers(given) || !given.Covers(expected & PlainCells()))
            {
                differences.Add($"{policyCase.Id}: given {given}; expected {expected}");
            }
        }

        differences.ShouldBeEmpty();
    }

    /// <summary>INVARIANT: under a blanket shield a pull is answered with silence, also where something is owed by hand.</summary>
    [Fact]
    public async Task RequestInformation_DutyUnderABlanketShield_SameBytesAsForTheUnknownChildAndTheEntrySaysByHand()
    {
        await using var gateway = await TestGateway.StartAsync();
        var policyCase = Cases().Single(one => one.Id == "L09-strict-before-july");
        var caller = await PrepareAsync(gateway, policyCase);
        var shielded = await SilenceAsync(gateway, caller, CaseOnTheWire.Inquiry(policyCase));

        gateway.Scripted.Instead = null;
        var inquiry = CaseOnTheWire.Inquiry(policyCase);
        inquiry.Child = new Wire.ChildRef { NationalNumber = Town.Unknown };
        var unknown = await SilenceAsync(gateway, caller, inquiry);

        // An unknown child may be graded: it is refused as a shielded one is. The public explanation is what both are told.
        var preview = await gateway.Client.PreviewAsync(new Wire.PreviewRequest { Inquiry = inquiry }, gateway.As(caller));
        shielded.ToByteArray().ShouldBe(unknown.ToByteArray());
        shielded.Groups.ShouldBe(preview.Groups);
        shielded.Groups.ShouldAllBe(group => group.Outcome != Wire.Outcome.Must && group.Reason != Wire.ReasonCode.ByHand);
        shielded.Information.ShouldBeNull();
        gateway.Source.Calls.ShouldBeEmpty();
        var decisions = new List<string>();
        await foreach (var entry in gateway.Store.Trail.ReadAsync(default))
        {
            decisions.Add(entry.Holder.ShouldNotBeNull().Decision);
        }

        decisions[0].Split('\n').ShouldContain(line => line.StartsWith("by-hand ", StringComparison.Ordinal) && line.Contains("ID_CORE"));
    }

    /// <summary>The answer without its id, time and receipt.</summary>
    private static async Task<Wire.RequestInformationResponse> SilenceAsync(TestGateway gateway, string caller, Wire.Inquiry inquiry)
    {
        var answer = await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(caller));
        answer.RequestId = ByteString.Empty;
        answer.DecidedAt = null;
        answer.Receipt = null;
        return answer;
    }

    private static List<PolicyCase> Cases()
    {
        var loaded = CaseLoader.Load(Path.Combine(TestGateway.PoliciesFolder, "cases"), Book.Value);
        loaded.Faults.ShouldBeEmpty();
        return [.. loaded.Cases];
    }

    private static async Task<string> PrepareAsync(TestGateway gateway, PolicyCase policyCase)
    {
        var request = policyCase.Request;
        gateway.Clock.Now = new DateTimeOffset(request.LawDate.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        gateway.Scripted.Instead = policyCase.Facts;
        await gateway.RegisterAsync(
            CaseOnTheWire.Holder, request.Holder.Service, FormOf(request.Holder), gateway.Source.Address);
        if (!PartyCheck.IsNoService(request.Receiver.Service))
        {
            await gateway.RegisterAsync(
                CaseOnTheWire.Receiver, request.Receiver.Service, FormOf(request.Receiver));
        }

        return request.Flow == Flow.Pull ? CaseOnTheWire.Receiver : CaseOnTheWire.Holder;
    }

    /// <summary>The form of a party; where the case says none, that of an ordinary unit of the service.</summary>
    private static ServiceForm FormOf(PartyRef party) =>
        party.Form.Or(party.Service == Service.VoluntaryOrganisation ? ServiceForm.Private : ServiceForm.Municipal);

    private static IEnumerable<string> Compare(PolicyCase policyCase, IEnumerable<Wire.CellGroup> groups)
    {
        var byCell = groups.SelectMany(group => group.Cells.Select(cell => (Cell: (Cell)(int)cell, Group: group)))
            .ToDictionary(pair => pair.Cell, pair => pair.Group);
        foreach (var cell in Codes<Cell>.Members)
        {
            var silent = policyCase.Expected.ByHandInSilence.Contains(cell);
            var wanted = silent || IsQuietRouting(policyCase, cell) ? Outcome.Withhold : policyCase.Expected.OutcomeOf(cell);
            var group = byCell.GetValueOrDefault(cell);
            var got = group is null ? Outcome.Withhold : (Outcome)(int)group.Outcome;
            var byHand = group?.Reason == Wire.ReasonCode.ByHand;
            if (got != wanted || byHand != (policyCase.Expected.ByHand.Contains(cell) && !silent))
            {
                yield return $"{policyCase.Id} {Codes<Cell>.Of(cell)}: expected {wanted}, got {got} (by hand: {byHand})";
            }
            else if (got is not (Outcome.Withhold or Outcome.RouteToHuman)
                && (Extent)(int)group!.Extent != policyCase.Expected.ExtentOf(cell))
            {
                yield return $"{policyCase.Id} {Codes<Cell>.Of(cell)}: another extent";
            }
        }
    }

    /// <summary>To one who pulls, a routing to a human that hangs on a fact about the child looks like any refusal.</summary>
    private static bool IsQuietRouting(PolicyCase policyCase, Cell cell) =>
        policyCase.Request.Flow == Flow.Pull
        && policyCase.Expected.OutcomeOf(cell) == Outcome.RouteToHuman
        && !Decider.Decide(policyCase.Request, Facts.None, Book.Value.Policies).RoutedToHuman.Contains(cell);

    private static CellSet Expected(CaseExpectation expected) =>
        (expected.Must | expected.MayOnRequest | expected.MayByHolder) - expected.ByHand;

    /// <summary>Cells with a leaf that no trait can close.</summary>
    private static CellSet PlainCells() => RecordMask.OfChildInformation.Leaves
        .Where(leaf => !leaf.Traits.Meets(MemberSet<Trait>.Of(Trait.LocatesChild, Trait.FreeText)))
        .Aggregate(CellSet.Empty, (all, leaf) => all | CellSet.Of(leaf.Cell));
}
