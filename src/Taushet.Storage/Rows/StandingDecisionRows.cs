using System.Data.Common;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What a row of standing decisions means. Every store selects the same columns in the same order.</summary>
internal static class StandingDecisionRows
{
    /// <summary>The columns, of a decision and its change, in the order in which they are read.</summary>
    public const string Columns = """
        decision.id, decision.version, decision.organisation, decision.holder_service, decision.receiver_service,
        decision.purpose, decision.cells, decision.decided_by, decision.from_day, decision.to_day,
        change.event, change.role, change.reason, change.recorded_at, change.entry
        """;

    /// <summary>Both tables, a decision without a change included.</summary>
    public const string Tables = """
        standing_decision AS decision
        LEFT JOIN standing_decision_change AS change ON change.id = decision.id AND change.version = decision.version
        """;

    /// <summary>The row under the cursor.</summary>
    public static StandingDecisionVersion Read(DbDataReader row)
    {
        var id = StoredForms.Id(row.GetFieldValue<byte[]>(0));
        var version = row.GetInt32(1);
        var decision = new StandingDecisionRow(
            id,
            row.GetString(2),
            StoredForms.Member<Service>(row.GetInt32(3)),
            new StandingDecisionFact(
                id,
                version,
                StoredForms.Member<Service>(row.GetInt32(4)),
                StoredForms.Member<Purpose>(row.GetInt32(5)),
                StoredForms.Cells(row.GetFieldValue<byte[]>(6))),
            row.GetString(7),
            StoredForms.Date(row.GetInt32(8)),
            StoredForms.Date(row.GetInt32(9)));
        return row.IsDBNull(10)
            ? new StandingDecisionVersion(decision, OfImport(version), string.Empty, string.Empty, RecordedAt: null, Entry: null)
            : new StandingDecisionVersion(
                decision,
                StoredForms.Member<StandingDecisionEvent>(row.GetInt32(10)),
                row.GetString(11),
                row.GetString(12),
                StoredForms.Time(row.GetInt64(13)),
                StoredForms.Id(row.GetFieldValue<byte[]>(14)));
    }

    private static StandingDecisionEvent OfImport(int version) =>
        version == 1 ? StandingDecisionEvent.Recorded : StandingDecisionEvent.Changed;
}
