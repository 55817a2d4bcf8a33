using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using ConsentEventKind = Taushet.Core.Vocabulary.ConsentEventKind;
using WishEvent = Taushet.Storage.Ports.WishEvent;
using WishKind = Taushet.Core.Vocabulary.WishKind;
using WishTerms = Taushet.Storage.Ports.WishTerms;

namespace Taushet.Gateway.Consent;

/// <summary>Records, confirms, withdraws, replaces and renews wishes.</summary>
internal sealed class WishChangeFlow(
    WishAdmission admission,
    WishCheck check,
    GiverCheck givers,
    WishChanging changing,
    AltinnProof altinn,
    WishForms forms)
{
    /// <summary>Records a wish.</summary>
    public async Task<RecordWishResponse> RecordAsync(Call call, string rpc, RecordWishRequest asked, FieldFaults faults)
    {
        var kind = Kind(asked.Kind, faults);
        var (giving, token) = await GivingAsync(call, asked.Giving, asked.Call, faults);
        var terms = check.Terms(kind, asked.Terms, Origin(call, asked.Call, giving, replaces: null), faults);
        AltinnProof.Cover(token, kind, terms, faults);
        var (by, named) = await AdmitNewAsync(call, rpc, asked.Call, kind, terms, giving, faults);
        var changed = await changing.StoreAsync(call, by, EntryKind.WishGiven, read => First(call, by, kind, named, giving, read));
        return new RecordWishResponse { Wish = Form(call, changed), Receipt = Proof(changed) };
    }

    /// <summary>Records that a further giver has given a wish.</summary>
    public async Task<ConfirmWishResponse> ConfirmAsync(Call call, string rpc, ConfirmWishRequest asked, FieldFaults faults)
    {
        var (id, seen) = (StandingDecisionCheck.Id(asked.WishId, faults), Seen(asked.ExpectedVersion, faults));
        var (giving, token) = await GivingAsync(call, asked.Giving, asked.Call, faults);
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var changed = await changing.StoreAsync(call, by, EntryKind.WishGiven, read =>
        {
            var before = Standing(call, read, by, id, seen);
            GiverCheck.Own(before.Kind, before.Terms.Cells, giving, faults);
            AltinnProof.Cover(token, before.Kind, before.Terms, faults);
            admission.RefuseMalformed(call, rpc, faults);
            return (before, Next(call, by, before, ConsentEventKind.Given, giving));
        });
        return new ConfirmWishResponse { Wish = Form(call, changed), Receipt = Proof(changed) };
    }

    /// <summary>Records a withdrawal.</summary>
    public async Task<WithdrawWishResponse> WithdrawAsync(Call call, string rpc, WithdrawWishRequest asked, FieldFaults faults)
    {
        var (id, seen) = (StandingDecisionCheck.Id(asked.WishId, faults), Seen(asked.ExpectedVersion, faults));
        var giving = givers.Withdrawal(asked, asked.Call?.ChildNumber ?? string.Empty, faults);
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var changed = await changing.StoreAsync(call, by, EntryKind.WishWithdrawn, read =>
        {
            var before = Standing(call, read, by, id, seen);
            return (before, Next(call, by, before, ConsentEventKind.Withdrawn, giving));
        });
        return new WithdrawWishResponse { Wish = Form(call, changed), Receipt = Proof(changed) };
    }

    /// <summary>Records a wish with other terms in place of one.</summary>
    public async Task<ReplaceWishResponse> ReplaceAsync(Call call, string rpc, ReplaceWishRequest asked, FieldFaults faults)
    {
        var (id, seen) = (StandingDecisionCheck.Id(asked.WishId, faults), Seen(asked.ExpectedVersion, faults));
        var (giving, token) = await GivingAsync(call, asked.Giving, asked.Call, faults);
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var changed = await changing.StoreAsync(call, by, EntryKind.WishGiven, read =>
        {
            var former = Standing(call, read, by, id, seen);
            var terms = check.Terms(former.Kind, asked.Terms, Origin(call, asked.Call, giving, id), faults);
            GiverCheck.Own(former.Kind, terms.Cells, giving, faults);
            AltinnProof.Cover(token, former.Kind, terms, faults);
            admission.RefuseMalformed(call, rpc, faults);
            admission.RequireNamed(call, rpc, terms, by.Acting);
            return First(call, by, former.Kind, terms, giving, read);
        });
        return new ReplaceWishResponse { Wish = Form(call, changed), Receipt = Proof(changed) };
    }

    /// <summary>Records a wish with the same terms for a new period, in place of one.</summary>
    public async Task<RenewWishResponse> RenewAsync(Call call, string rpc, RenewWishRequest asked, FieldFaults faults)
    {
        var (id, seen) = (StandingDecisionCheck.Id(asked.WishId, faults), Seen(asked.ExpectedVersion, faults));
        var (giving, token) = await GivingAsync(call, asked.Giving, asked.Call, faults);
        var by = await admission.AdmitAsync(call, rpc, asked.Call, faults);
        var changed = await changing.StoreAsync(call, by, EntryKind.WishGiven, read =>
        {
            var former = Standing(call, read, by, id, seen);
            var terms = check.Renewed(former.Terms, asked, former.Kind, Origin(call, asked.Call, giving, id), faults);
            GiverCheck.Own(former.Kind, terms.Cells, giving, faults);
            AltinnProof.Cover(token, former.Kind, terms, faults);
            admission.RefuseMalformed(call, rpc, faults);
            return First(call, by, former.Kind, terms, giving, read);
        });
        return new RenewWishResponse { Wish = Form(call, changed), Receipt = Proof(changed) };
    }

    private Task<(Giving Giving, AltinnConsent? Token)> GivingAsync(
        Call call, WishGiving? sent, WishCall? by, FieldFaults faults)
    {
        var child = by?.ChildNumber ?? string.Empty;
        return altinn.ReadAsync(call, sent, child, givers.Giving(sent, child, faults), faults);
    }

    private static WishKind Kind(V1.WishKind sent, FieldFaults faults)
    {
        if (!Members<WishKind>.Has((int)sent))
        {
            faults.Add("kind", "is required and must be a member of the vocabulary");
            return WishKind.Consent;
        }

        return (WishKind)(int)sent;
    }

    private static int Seen(uint expected, FieldFaults faults)
    {
        if (expected is 0 or > int.MaxValue - 1)
        {
            faults.Add("expected_version", "is required: the version the caller has seen");
        }

        return (int)(expected & int.MaxValue);
    }

    private static WishOrigin Origin(Call call, WishCall? sent, Giving giving, Guid? replaces)
    {
        var acting = sent?.ActingAs;
        var recorder = acting is not null && Members<Core.Vocabulary.Service>.Has((int)acting.Service)
            ? $"{acting.OrganisationNumber} {Codes<Core.Vocabulary.Service>.Of((Core.Vocabulary.Service)(int)acting.Service)}"
            : string.Empty;
        return new WishOrigin(call.LawDate, recorder, GiverCheck.FormOf(giving.Proof), giving.TextVersion, replaces);
    }

    /// <summary>The id of a wish: the same for the same request, caller and child, so that a repeated call records nothing twice.</summary>
    private static Guid IdOf(Call call, AdmittedWish by) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"taushet.wish {by.Acting.Organisation} {by.Child} {call.RequestId:N}")).AsSpan(0, WireIds.Length),
        bigEndian: true);

    private static (WishRecord? Before, WishEvent Next) First(
        Call call,
        AdmittedWish by,
        WishKind kind,
        WishTerms terms,
        Giving giving,
        ReadWishes read)
    {
        var id = IdOf(call, by);
        if (read.Find(id) is not null)
        {
            throw Refusals.Conflict(call.RequestId);
        }

        return (null, Event(call, by, giving, (id, 0, kind, ConsentEventKind.Given), terms));
    }

    private static WishEvent Next(Call call, AdmittedWish by, WishRecord before, ConsentEventKind happened, Giving giving) =>
        Event(call, by, giving, (before.Id, before.Version, before.Kind, happened), terms: null);

    private static WishEvent Event(
        Call call,
        AdmittedWish by,
        Giving giving,
        (Guid Wish, int Seen, WishKind Kind, ConsentEventKind Happened) what,
        WishTerms? terms) =>
        new(
            what.Wish,
            what.Seen,
            by.Child,
            what.Kind,
            what.Happened,
            giving.Giver,
            giving.Number,
            call.Instant,
            by.Recorder,
            giving.Reference,
            terms)
        {
            Proof = giving.Proof,
            TextVersion = giving.TextVersion,
        };

    // INVARIANT: a wish that does not name the caller is answered like one that is not there.
    private static WishRecord Standing(Call call, ReadWishes read, AdmittedWish by, Guid id, int seen)
    {
        var record = read.Find(id);
        if (record is null || !WishAdmission.Sees(record, by.Acting))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        if (record.Version != seen)
        {
            throw Refusals.Conflict(call.RequestId);
        }

        return record.Ended is null ? record : throw Refusals.Ended(call.RequestId);
    }

    private async Task<(AdmittedWish By, WishTerms Terms)> AdmitNewAsync(
        Call call,
        string rpc,
        WishCall? sent,
        WishKind kind,
        WishTerms terms,
        Giving giving,
        FieldFaults faults)
    {
        GiverCheck.Own(kind, terms.Cells, giving, faults);
        var by = await admission.AdmitAsync(call, rpc, sent, faults);
        admission.RequireNamed(call, rpc, terms, by.Acting);
        return (by, terms);
    }

    private Wish Form(Call call, ChangedWish changed) => forms.Of(changed.After, changed.Facts, call.LawDate);

    private static Receipt Proof(ChangedWish changed) => Releasing.Prove(changed.Stored.Receipt, changed.Stored.Pending);
}
