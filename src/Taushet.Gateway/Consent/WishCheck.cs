using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>Finds every field violation of a wish's terms at once, and reads them. A blanket consent is refused here.</summary>
internal sealed class WishCheck(RunningLaw law, Options.GatewayOptions options)
{
    private const int MostParties = 16;
    private const int MostPurposes = 16;
    private static readonly DateOnly WithoutEnd = new(9999, 12, 31);

    /// <summary>Reads the terms.</summary>
    /// <returns>Of no meaning when a violation was found.</returns>
    public WishTerms Terms(WishKind kind, Wire.WishTerms? sent, WishOrigin origin, FieldFaults faults)
    {
        if (sent is null)
        {
            faults.Add("terms", "is required");
            return Nothing(origin);
        }

        var consent = kind == WishKind.Consent;
        var holders = Parties(sent.Holders, "terms.holders", consent, kind, faults);
        var receivers = Parties(sent.Receivers, "terms.receivers", consent, kind, faults);
        var purposes = Purposes(sent, consent, faults);
        var cells = Cells(sent, faults);
        if (consent)
        {
            cells = Needed(sent, cells, receivers, purposes, faults);
        }

        var (from, to) = Period(sent.FromDate, sent.ToDate, "terms.", consent, origin.Today, faults);
        var (heard, view) = Hearing(sent.Hearing, "terms.hearing", origin.Today, faults);
        return new WishTerms(
            Area(kind, sent.Area, faults), holders, receivers, cells, purposes, from, to, origin.Form, origin.TextVersion, heard)
        {
            ChildView = view,
            Replaces = origin.Replaces,
            Recorder = origin.Recorder,
        };
    }

    /// <summary>The same terms for another period, and with a new hearing if there was one.</summary>
    public WishTerms Renewed(WishTerms before, Wire.RenewWishRequest sent, WishKind kind, WishOrigin origin, FieldFaults faults)
    {
        var (from, to) = Period(sent.FromDate, sent.ToDate, string.Empty, kind == WishKind.Consent, origin.Today, faults);
        var (heard, view) = Hearing(sent.Hearing, "hearing", origin.Today, faults);
        return before with
        {
            From = from,
            To = to,
            Form = origin.Form,
            InformationTextVersion = origin.TextVersion,
            ChildHeard = heard ?? before.ChildHeard,
            ChildView = heard is null ? before.ChildView : view,
            Replaces = origin.Replaces,
            Recorder = origin.Recorder,
        };
    }

    private static WishTerms Nothing(WishOrigin origin) =>
        new(default, [], [], CellSet.Empty, default, origin.Today, origin.Today, origin.Form, origin.TextVersion, null);

    private static ConsentArea Area(WishKind kind, Wire.ConsentArea sent, FieldFaults faults)
    {
        if (kind == WishKind.Secrecy && sent == Wire.ConsentArea.Unspecified)
        {
            return ConsentArea.Health;
        }

        if (!Members<ConsentArea>.Has((int)sent))
        {
            faults.Add("terms.area", "is required and must be a member of the vocabulary");
        }

        return (ConsentArea)(int)sent;
    }

    private static ImmutableArray<ConsentParty> Parties(
        IReadOnlyList<Wire.Party> sent,
        string field,
        bool required,
        WishKind kind,
        FieldFaults faults)
    {
        if (sent.Count > MostParties || (required && sent.Count == 0))
        {
            faults.Add(field, required ? "must name from 1 to 16: a consent to share with anyone is none" : "may name at most 16");
            return [];
        }

        for (var place = 0; place < sent.Count; place++)
        {
            WishPartyCheck.Check(sent[place], $"{field}[{place}]", kind, holder: field == "terms.holders", faults);
        }

        return [.. sent.Select(party => new ConsentParty((Service)(int)party.Service, party.OrganisationNumber)).Distinct()];
    }

    private static MemberSet<Purpose> Purposes(Wire.WishTerms sent, bool consent, FieldFaults faults)
    {
        if (!consent || sent.Purposes.Count is 0 or > MostPurposes)
        {
            if (consent || sent.Purposes.Count > 0)
            {
                faults.Add("terms.purposes", consent ? "must name from 1 to 16: a consent without a purpose is none" : "must be empty");
            }

            return default;
        }

        var purposes = default(MemberSet<Purpose>);
        for (var place = 0; place < sent.Purposes.Count; place++)
        {
            if (!Members<Purpose>.Has((int)sent.Purposes[place]))
            {
                faults.Add($"terms.purposes[{place}]", "must be a member of the vocabulary");
                continue;
            }

            purposes |= MemberSet<Purpose>.Of((Purpose)(int)sent.Purposes[place]);
        }

        return purposes;
    }

    private static CellSet Cells(Wire.WishTerms sent, FieldFaults faults)
    {
        if (sent.Cells.Count is 0 or > 128)
        {
            faults.Add("terms.cells", "must list from 1 to 128 cells: a wish on everything is none");
            return CellSet.Empty;
        }

        var cells = CellSet.Empty;
        for (var place = 0; place < sent.Cells.Count; place++)
        {
            if (!Members<Cell>.Has((int)sent.Cells[place]))
            {
                faults.Add($"terms.cells[{place}]", "must be a member of the vocabulary");
                continue;
            }

            cells |= CellCategories.WithTopics((Cell)(int)sent.Cells[place]);
        }

        return cells;
    }

    // Necessity bounds consent too (GDPR art. 5(1)(c)); and it covers data on the one who gives it alone.
    private CellSet Needed(
        Wire.WishTerms sent,
        CellSet cells,
        ImmutableArray<ConsentParty> receivers,
        MemberSet<Purpose> purposes,
        FieldFaults faults)
    {
        var needed = ConsentBounds.Needed(law.Policies, purposes, receivers);
        for (var place = 0; place < sent.Cells.Count; place++)
        {
            if (!Members<Cell>.Has((int)sent.Cells[place]))
            {
                continue;
            }

            var named = CellCategories.WithTopics((Cell)(int)sent.Cells[place]);
            if (ConsentBounds.OnOthers.Covers(named))
            {
                faults.Add($"terms.cells[{place}]", "is about other persons than the child: it is not the giver's to consent to");
            }
            else if (!named.Meets(needed))
            {
                faults.Add($"terms.cells[{place}]", "is nothing that a named purpose of a named receiver can need");
            }
        }

        return (cells & needed) - ConsentBounds.OnOthers;
    }

    private (DateOnly From, DateOnly To) Period(
        string sentFrom, string sentTo, string at, bool consent, DateOnly today, FieldFaults faults)
    {
        var from = WishDates.Read(sentFrom, $"{at}from_date", consent ? null : today, faults);
        var longest = StatedDays.MonthsAfter(from, consent ? options.ConsentMonths : 0).AddDays(consent ? -1 : 0);
        var to = WishDates.Read(sentTo, $"{at}to_date", consent ? longest : WithoutEnd, faults);
        if (to < from)
        {
            faults.Add($"{at}to_date", "must not be before from_date");
        }
        else if (consent && to > longest)
        {
            faults.Add($"{at}to_date", $"may be at most {options.ConsentMonths} months after from_date");
        }

        return (from, to);
    }

    private static (DateOnly? Heard, ChildView? View) Hearing(
        Wire.WishHearing? sent,
        string field,
        DateOnly today,
        FieldFaults faults)
    {
        if (sent is null)
        {
            return (null, null);
        }

        var heard = WishDates.Read(sent.HeardOn, $"{field}.heard_on", null, faults);
        if (heard > today)
        {
            faults.Add($"{field}.heard_on", "must not be in the future");
        }

        if (!Members<ChildView>.Has((int)sent.View))
        {
            faults.Add($"{field}.view", "is required and must be a member of the vocabulary");
        }

        return (heard, (ChildView)(int)sent.View);
    }
}

/// <summary>Where terms come from, beside what the caller states of them.</summary>
/// <param name="Today">The date in Oslo.</param>
/// <param name="Recorder">The organisation that records.</param>
/// <param name="Form">How it was given.</param>
/// <param name="TextVersion">Version of the information text.</param>
/// <param name="Replaces">The wish whose place it takes, or null.</param>
internal sealed record WishOrigin(DateOnly Today, string Recorder, ConsentForm Form, string TextVersion, Guid? Replaces);
