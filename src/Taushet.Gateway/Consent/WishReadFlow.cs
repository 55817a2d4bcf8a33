using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using WishKind = Taushet.Core.Vocabulary.WishKind;

namespace Taushet.Gateway.Consent;

/// <summary>Reads wishes, and holds a consent against a request. Each reading is an entry before it is answered.</summary>
internal sealed class WishReadFlow(
    WishAdmission admission,
    WishGathering gathering,
    HolderEntries entries,
    Standing standing,
    RunningLaw law,
    WishForms forms)
{
    /// <summary>Reads one wish.</summary>
    public async Task<GetWishResponse> GetAsync(Call call, string rpc, GetWishRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.WishId, faults);
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var (read, record, receipt) = await ReadOneAsync(call, by, id, EntryKind.WishRead);
        return new GetWishResponse { Wish = forms.Of(record, read.Gathered.Facts, call.LawDate), Receipt = receipt };
    }

    /// <summary>Lists a child's wishes that name the caller: none for an unknown child.</summary>
    public async Task<ListWishesResponse> ListAsync(Call call, string rpc, ListWishesRequest asked, FieldFaults faults)
    {
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var read = await gathering.ReadAsync(call, by.Subject, by.Acting);
        var seen = read.Records.Where(record => WishAdmission.Sees(record, by.Acting)).ToList();
        var receipt = await ProveAsync(call, by, EntryKind.WishRead, seen);
        return new ListWishesResponse
        {
            Wishes = { seen.Select(record => forms.Of(record, read.Gathered.Facts, call.LawDate)) },
            Receipt = receipt,
        };
    }

    /// <summary>Holds a consent against a request.</summary>
    public async Task<CheckConsentResponse> CheckAsync(Call call, string rpc, CheckConsentRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.WishId, faults);
        CheckedInquiry.Check(asked, faults);
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var request = CheckedInquiry.Read(
            asked,
            await FormAsync(call, asked.Receiver),
            await FormAsync(call, asked.Holder),
            call.LawDate);
        var (read, record, receipt) = await ReadOneAsync(call, by, id, EntryKind.ConsentChecked, WishKind.Consent);
        var state = record.State;
        var cover = ConsentCheck.CoverOf(
            state.Ended is null ? state.Fact : state.Fact with { Givers = [] }, request, read.Gathered.Facts, law.Policies);
        var response = new CheckConsentResponse
        {
            Covered = { WishForms.Cells(cover.Covered) },
            Lacks = { cover.Lacks.ToList().Select(lack => (V1.ConsentLack)(int)lack) },
            Receipt = receipt,
        };
        if (cover.Lacks.Contains(Core.Vocabulary.ConsentLack.Givers))
        {
            response.GiverRules.AddRange(forms.GiverRules(record.Terms.Area, call.LawDate));
        }

        return response;
    }

    /// <summary>Puts a wish in plain words.</summary>
    public async Task<SummariseWishResponse> SummariseAsync(Call call, string rpc, SummariseWishRequest asked, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(asked.WishId, faults);
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var (read, record, receipt) = await ReadOneAsync(call, by, id, EntryKind.WishRead);
        var summary = new WishSummary(law.Policies.Phrases).Of(
            record, forms.Status(record, read.Gathered.Facts, call.LawDate), call.LawDate);
        return new SummariseWishResponse { Text = summary.Text, Html = summary.Html, Receipt = receipt };
    }

    private async Task<(ReadWishes Read, WishRecord Record, Receipt Receipt)> ReadOneAsync(
        Call call,
        AdmittedWish by,
        Guid id,
        EntryKind kind,
        WishKind? only = null)
    {
        var read = await gathering.ReadAsync(call, by.Subject, by.Acting);
        var record = read.Find(id);
        var found = record is not null && WishAdmission.Sees(record, by.Acting) && (only is null || record.Kind == only);
        var receipt = await ProveAsync(call, by, kind, found ? [record!] : []);
        return found ? (read, record!, receipt) : throw Refusals.NotFound(call.RequestId);
    }

    // What was read may have changed since: the entry tells the versions that were read.
    private async Task<Receipt> ProveAsync(Call call, AdmittedWish by, EntryKind kind, IReadOnlyList<WishRecord> read)
    {
        var act = WishActs.OfReading(kind, read, by);
        var stored = await entries.StoreAsync(call, act, FactVersions.NotRead) ?? throw gathering.CannotGather(call);
        return Releasing.Prove(stored.Receipt, stored.Pending);
    }

    private async Task<Known<Core.Vocabulary.ServiceForm>> FormAsync(Call call, Party party)
    {
        if (PartyCheck.IsNoService((Core.Vocabulary.Service)(int)party.Service))
        {
            return Known<Core.Vocabulary.ServiceForm>.Unknown;
        }

        var lookup = await standing.FindAsync(party, call.LawDate, call.Cancellation);
        return lookup.Participant is { } participant ? participant.Form : Known<Core.Vocabulary.ServiceForm>.Unknown;
    }
}
