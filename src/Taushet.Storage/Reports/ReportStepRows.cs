using System.Data.Common;
using Taushet.Core.Duties;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Reports;

/// <summary>Steps with reports as their table holds them.</summary>
internal static class ReportStepRows
{
    public const string Columns = "delivery, step, on_day, outcome";

    private const int OutcomeSize = 4000;
    private const byte OutcomePart = 1;

    public static OrganisationSealer Sealer(StoreKeys keys) => new(keys, "taushet.report-step.v1");

    public static SqlValues Values(ReportStepRow row, Guid entry, OrganisationSealer sealer) => Key(row)
        .Number("@day", StoredForms.Day(row.Day))
        .Bytes("@outcome", row.FollowedUp is { } yes ? sealer.Seal([yes ? (byte)1 : (byte)0], row.Receiver, row.Delivery, OutcomePart) : null, OutcomeSize)
        .Id("@entry", entry);

    public static SqlValues Key(ReportStepRow row) => new SqlValues().Id("@delivery", row.Delivery).Number("@step", StoredForms.Member(row.Step));

    public static ReportStepRow Read(DbDataReader row, string receiver, OrganisationSealer sealer)
    {
        var delivery = StoredForms.Id(row.GetFieldValue<byte[]>(0));
        return new ReportStepRow(
            delivery,
            receiver,
            StoredForms.Member<ReportStep>(row.GetInt32(1)),
            StoredForms.Date(row.GetInt32(2)),
            row.IsDBNull(3) ? null : sealer.Open(row.GetFieldValue<byte[]>(3), receiver, delivery, OutcomePart) is [1]);
    }
}
