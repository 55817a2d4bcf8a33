using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>A standing decision on the wire, and in its entry.</summary>
internal static class StandingDecisionForms
{
    /// <summary>A decision by its newest version.</summary>
    public static Wire.StandingDecision Of(StandingDecisionVersion newest) => new()
    {
        Id = WireIds.Of(newest.Decision.Id),
        Holder = new Wire.Party
        {
            OrganisationNumber = newest.Decision.HolderOrganisation,
            Service = (Wire.Service)(int)newest.Decision.Holder,
        },
        Current = Version(newest),
    };

    /// <summary>A decision with its history.</summary>
    public static Wire.StandingDecision Of(StandingDecisionHistory history)
    {
        var decision = Of(history.Versions[^1]);
        decision.History.AddRange(history.Versions.Select(Version));
        return decision;
    }

    /// <summary>What one version did, in codes, as its entry keeps it for the holder's auditors.</summary>
    public static string Text(StandingDecisionVersion version)
    {
        var decision = version.Decision;
        var text = new StringBuilder(256);
        text.Append("standing-decision.v1\n");
        text.Append("id ").Append(decision.Id.ToString("N")).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"version {decision.Fact.Version}\n");
        text.Append("receiver ").Append(Codes<Service>.Of(decision.Fact.Receiver)).Append('\n');
        text.Append("purpose ").Append(Codes<Purpose>.Of(decision.Fact.Purpose)).Append('\n');
        text.Append("cells ").Append(decision.Fact.Cells).Append('\n');
        text.Append("from ").Append(Date(decision.From)).Append('\n');
        text.Append("to ").Append(Date(decision.To)).Append('\n');
        return text.Append("reason\n").Append(version.Reason).Append('\n').ToString();
    }

    private static Wire.StandingDecisionVersion Version(StandingDecisionVersion version)
    {
        var decision = version.Decision;
        return new Wire.StandingDecisionVersion
        {
            Version = (uint)decision.Fact.Version,
            Change = (Wire.StandingDecisionChange)(int)version.Event,
            Terms = new Wire.StandingDecisionTerms
            {
                Receiver = (Wire.Service)(int)decision.Fact.Receiver,
                Purpose = (Wire.Purpose)(int)decision.Fact.Purpose,
                Cells = { InboxForms.CellsOf(decision.Fact.Cells) },
                FromDate = Date(decision.From),
                ToDate = Date(decision.To),
            },
            DecidedBy = new Wire.ActingPerson { Reference = decision.DecidedBy, Role = version.Role },
            Reason = version.Reason,
            RecordedAt = version.RecordedAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
            EntryId = version.Entry is { } entry ? WireIds.Of(entry) : ByteString.Empty,
        };
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
