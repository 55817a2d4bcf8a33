using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>Entries on the wire, each reader's own view of them.</summary>
internal static class EntryForms
{
    /// <summary>An entry of the index.</summary>
    public static Wire.AccessEntry Of(IndexedEntry entry, LogReaderParty reader)
    {
        var part = entry.Public;
        var form = Of(entry.Log, entry.Index, entry.Entry, part);
        Add(form, entry.Details, part, reader);
        return form;
    }

    /// <summary>The public part of an entry.</summary>
    public static Wire.AccessEntry Of(Guid log, long index, Guid entry, PublicPart part) => new()
    {
        LogId = WireIds.Of(log),
        Index = (ulong)index,
        EntryId = WireIds.Of(entry),
        DecidedAt = Time(part.TimeMicros),
        Kind = Codes<EntryKind>.Of(part.Kind),
        Flow = (Wire.Flow)(int)part.Flow,
        RequestId = WireIds.Of(part.RequestId),
        Receiver = Party(part.Receiver),
        Holder = Party(part.Holder),
        Purpose = part.Purpose.IsKnown ? (Wire.Purpose)(int)part.Purpose.Value : Wire.Purpose.Unspecified,
        Bases = { part.Bases.ToList().Select(basis => (Wire.Basis)(int)basis) },
        Given = { part.Given.ToList().Select(cell => (Wire.Cell)(int)cell) },
        LawDate = part.LawDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        PolicyHash = part.PolicyHash,
        Caller = part.Caller,
    };

    /// <summary>Adds what the reader may see of the private parts.</summary>
    public static void Add(Wire.AccessEntry form, IndexedDetails details, PublicPart part, LogReaderParty reader)
    {
        if (details.Person.Length > 0 || details.Role.Length > 0)
        {
            form.ActingPerson = new Wire.ActingPerson { Reference = details.Person, Role = details.Role };
        }

        var acting = EntryParties.Acting(part);
        if (string.Equals(acting.Organisation, reader.Party.Organisation, StringComparison.Ordinal) && acting.Service == reader.Party.Service)
        {
            form.CaseReference = details.Case;
        }

        if (reader.Holds(part))
        {
            form.HolderDetails = new Wire.HolderDetails
            {
                Outcomes = { details.Outcomes.ToList().Select(outcome => (Wire.Outcome)(int)outcome) },
                RuleIds = { details.Rules },
                GradedAddress = details.Marks.HasFlag(IndexedMarks.GradedAddress),
                ByHand = details.Marks.HasFlag(IndexedMarks.ByHand),
            };
        }
    }

    /// <summary>How far an index reaches.</summary>
    public static Wire.IndexPosition Of(IndexState state) => new()
    {
        Indexed = (ulong)state.Logs.Sum(log => log.Indexed),
        Behind = (ulong)Math.Max(0, state.Behind),
    };

    /// <summary>A stored time.</summary>
    public static Timestamp Time(long micros) =>
        Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));

    private static Wire.Party Party(PartyRef party) => new()
    {
        OrganisationNumber = party.Organisation,
        UnitNumber = party.Unit,
        Service = (Wire.Service)(int)party.Service,
    };
}
