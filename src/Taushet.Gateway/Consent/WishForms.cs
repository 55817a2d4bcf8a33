using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Law;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>Wishes on the wire.</summary>
internal sealed class WishForms(RunningLaw law, RuleForms rules)
{
    /// <summary>A wish as it stands on a date.</summary>
    public Wire.Wish Of(WishRecord record, Facts facts, DateOnly date)
    {
        var giving = record.Kind == WishKind.Consent
            ? ConsentCheck.GivingOf(record.State.Fact, facts, date, law.Policies)
            : default;
        var wish = new Wire.Wish
        {
            Id = WireIds.Of(record.Id),
            Version = (uint)record.Version,
            Kind = (Wire.WishKind)(int)record.Kind,
            Status = (Wire.WishStatus)(int)Status(record, facts, date),
            Terms = Terms(record.Terms),
            CompleteUnder = record.Ended is null ? giving.Under?.Id ?? string.Empty : string.Empty,
            ReplacesId = record.Terms.Replaces is { } replaced ? WireIds.Of(replaced) : ByteString.Empty,
        };
        wish.Givers.AddRange(record.Givers.Select(giver => new Wire.WishGiver
        {
            Capacity = (Wire.ConsentCapacity)(int)giver.Capacity,
            LivesWithChild = giver.LivesWithChild,
        }));
        wish.Events.AddRange(record.Events.Select(Event));
        if (record.Kind == WishKind.Consent)
        {
            wish.GiverRules.AddRange(GiverRules(record.Terms.Area, date));
        }

        return wish;
    }

    /// <summary>Where a wish stands on a date.</summary>
    public WishStatus Status(WishRecord record, Facts facts, DateOnly date) => record.Kind == WishKind.Consent
        ? ConsentStatus.Of(record.State, facts, date, law.Policies)
        : ConsentStatus.OfClosing(!record.Givers.IsEmpty, record.Ended, record.Terms.From, record.Terms.To, date);

    /// <summary>The rules on who must give a consent in an area, whatever the child.</summary>
    public IEnumerable<Wire.WishGiverRule> GiverRules(ConsentArea area, DateOnly date)
    {
        foreach (var giver in ConsentBounds.GiverRules(law.Policies, area, date))
        {
            var form = new Wire.WishGiverRule { RuleId = giver.Id, Requires = Codes<GiverRequirement>.Of(giver.Requires) };
            rules.AddTo(form.Citations, giver.Citations);
            yield return form;
        }
    }

    /// <summary>Cells on the wire.</summary>
    public static IEnumerable<Wire.Cell> Cells(CellSet cells) => cells.ToList().Select(cell => (Wire.Cell)(int)cell);

    private static Wire.WishTerms Terms(WishTerms terms)
    {
        var form = new Wire.WishTerms
        {
            Area = (Wire.ConsentArea)(int)terms.Area,
            FromDate = WishDates.Write(terms.From),
            ToDate = WishDates.Write(terms.To),
        };
        form.Holders.AddRange(terms.Holders.Select(Party));
        form.Receivers.AddRange(terms.Receivers.Select(Party));
        form.Cells.AddRange(Cells(terms.Cells));
        form.Purposes.AddRange(terms.Purposes.ToList().Select(purpose => (Wire.Purpose)(int)purpose));
        if (terms.ChildHeard is { } heard)
        {
            form.Hearing = new Wire.WishHearing
            {
                HeardOn = WishDates.Write(heard),
                View = (Wire.ChildView)(int)(terms.ChildView ?? default),
            };
        }

        return form;
    }

    private static Wire.Party Party(ConsentParty party) =>
        new() { OrganisationNumber = party.Organisation, Service = (Wire.Service)(int)party.Service };

    private static Wire.WishEvent Event(WishRecordEvent happened)
    {
        var (organisation, reference) = Recorder(happened.RecordedBy);
        return new Wire.WishEvent
        {
            Kind = (Wire.ConsentEventKind)(int)happened.Event,
            Capacity = (Wire.ConsentCapacity)(int)(happened.Giver?.Capacity ?? default),
            RecordedAt = Timestamp.FromDateTimeOffset(happened.At),
            RecordedByOrganisation = organisation,
            RecordedByReference = reference,
            Proof = (Wire.ConsentProof)(int)(happened.Proof ?? default),
            ProofReference = happened.EvidenceReference,
            InformationTextVersion = happened.TextVersion,
            CompleteUnder = happened.CompleteUnder ?? string.Empty,
        };
    }

    private static (string Organisation, string Reference) Recorder(string recordedBy)
    {
        var space = recordedBy.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (string.Empty, recordedBy) : (recordedBy[..space], recordedBy[(space + 1)..]);
    }
}
