using System.Globalization;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Reports;

/// <summary>Writes a step with a report, inside the transaction of the entry that tells of it.</summary>
internal static class ReportStepWriting
{
    private const string Count = "SELECT count(*) FROM report_step WHERE delivery = @delivery AND step = @step";

    // The feedback after an investigation tells the reporter again what an earlier one told: that is no new step.
    private const string Insert = $"""
        INSERT INTO report_step ({ReportStepRows.Columns}, entry)
        SELECT @delivery, @step, @day, @outcome, @entry
        WHERE NOT EXISTS (SELECT 1 FROM report_step WHERE delivery = @delivery AND step = @step)
        """;

    /// <summary>Whether a change can still be made.</summary>
    public static bool StillHolds(ISharedChange change, RegisterChange? register) => register is not RegisterChange.OfReportStep { Step: var step }
        || change.Read(Count, ReportStepRows.Key(step), row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture)).Single() == 0;

    /// <summary>Makes a change of this kind; others are left to who knows them.</summary>
    public static void Write(ISharedChange change, StoreKeys keys, RegisterChange? register, Guid entry)
    {
        if (register is RegisterChange.OfReportStep { Step: var step })
        {
            change.Execute(Insert, ReportStepRows.Values(step, entry, ReportStepRows.Sealer(keys)));
        }
    }
}
