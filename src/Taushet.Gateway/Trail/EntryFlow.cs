using System.Data.Common;
using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Reading;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>One entry with the explanation its reader may see.</summary>
internal sealed class EntryFlow(
    LogAdmission admission,
    EntryWalk walk,
    ITrailReader trail,
    LogReadings readings,
    EntryProofs proofs,
    EntryMarks marks,
    RunningLaw law,
    RuleForms forms,
    GatewayOptions options)
{
    /// <summary>Answers.</summary>
    public async Task<Wire.GetEntryResponse> RunAsync(Call call, string rpc, Wire.GetEntryRequest asked, FieldFaults faults)
    {
        if (asked.LogId.Length != WireIds.Length)
        {
            faults.Add("log_id", "must be 16 bytes");
        }

        if (asked.Index > long.MaxValue)
        {
            faults.Add("index", "is no place in a log");
        }

        var filter = admission.Admit(call, rpc, asked.Reader, filter: null, faults);
        var entry = await FindAsync(call, WireIds.Read(asked.LogId), (long)asked.Index);
        if (entry is null || !filter.Reader.IsPartyTo(entry.Public))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        var response = new Wire.GetEntryResponse
        {
            Entry = await FormAsync(call, filter, entry),
            Proof = await proofs.OfAsync(call, entry),
            LeafHolds = entry.LeafHashHolds,
        };
        if (filter.Reader.Holds(entry.Public) && entry.Holder is { } holder)
        {
            response.Explanation = Explain(holder);
        }

        response.Receipt = await readings.StoreAsync(call, new LogReading(
            EntryKind.LogRead,
            filter.Reader,
            Subject: null,
            "log-read.v1\n",
            string.Create(CultureInfo.InvariantCulture, $"log-criteria.v1\nentry {entry.Log:n} {entry.Index}\n")));
        return response;
    }

    private async Task<StoredEntry?> FindAsync(Call call, Guid log, long index)
    {
        try
        {
            return await trail.FindAsync(log, index, call.Cancellation);
        }
        catch (Exception error) when (error is DbException or IOException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }

    // What the index has of the sealed part: its key is found by the subject alone, who is not told here.
    private async Task<Wire.AccessEntry> FormAsync(Call call, EntryFilter filter, StoredEntry entry)
    {
        var state = await walk.StateAsync(call);
        var range = new IndexRange(
            state.Generation, [IndexKeys.Request(entry.Public.RequestId)], 0, long.MaxValue, state.Newest, After: null, OldestFirst: false);
        var form = EntryForms.Of(entry.Log, entry.Index, entry.Entry, entry.Public);
        await foreach (var (indexed, _) in walk.WalkAsync(call, filter, range, call.Cancellation))
        {
            if (indexed.Entry == entry.Entry)
            {
                EntryForms.Add(form, indexed.Details, entry.Public, filter.Reader);
                await marks.AddAsync(call, [new MarkedEntry(indexed, form)]);
            }
        }

        return form;
    }

    private Wire.EntryExplanation Explain(HolderPart holder)
    {
        var decision = RecordedDecision.Read(holder.Decision);
        var explanation = new Wire.EntryExplanation
        {
            Obligations = { decision.Obligations.ToList().Select(obligation => (Wire.Obligation)(int)obligation) },
            SourceCalled = holder.SourceCalled,
            SourceResult = holder.SourceResult,
            Dropped = (uint)holder.Dropped,
            Record = ReferenceEquals(decision, RecordedDecision.None) ? holder.Decision : string.Empty,
        };
        foreach (var cell in decision.Asked | decision.RoutedToHuman)
        {
            explanation.Cells.Add(new Wire.CellDecision
            {
                Cell = (Wire.Cell)(int)cell,
                Outcome = (Wire.Outcome)(int)decision.OutcomeOf(cell),
                Extent = decision.Relevant.Contains(cell) ? Wire.Extent.Relevant : Wire.Extent.All,
                ByHand = decision.ByHand.Contains(cell),
            });
        }

        explanation.Rules.Add(decision.Rules.Select(Form));
        return explanation;
    }

    private Wire.RuleApplied Form(RecordedRule recorded)
    {
        var form = new Wire.RuleApplied
        {
            RuleId = recorded.Id,
            Near = recorded.Near,
            Cells = { recorded.Cells.ToList().Select(cell => (Wire.Cell)(int)cell) },
        };
        if (law.Policies.Rules.FirstOrDefault(rule => string.Equals(rule.Id, recorded.Id, StringComparison.Ordinal)) is { } rule)
        {
            form.Title = rule.Title;
            forms.AddTo(form.Citations, rule.Citations);
        }

        return form;
    }
}
