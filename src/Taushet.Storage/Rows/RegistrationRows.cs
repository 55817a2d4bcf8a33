using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What rows of registered periods and integrations mean to those who administer them.</summary>
internal static class RegistrationRows
{
    /// <summary>The columns of a period, in the order in which they are read.</summary>
    public const string PeriodColumns =
        "form, name, telephone, source_address, from_day, to_day, organisation, unit, service";

    /// <summary>A period that has or had a day.</summary>
    public const string HasADay = "(to_day IS NULL OR to_day >= from_day)";

    /// <summary>Everything after a place in the order of organisation, unit, service and first day.</summary>
    public const string AfterPlace = """
        (organisation > @afterOrganisation OR (organisation = @afterOrganisation AND (unit > @afterUnit OR (unit = @afterUnit
            AND (service > @afterService OR (service = @afterService AND from_day > @afterFrom))))))
        """;

    /// <summary>The period under the cursor.</summary>
    public static Participant Period(DbDataReader row) =>
        ParticipantRows.Read(row, row.GetString(6), row.GetString(7), StoredForms.Member<Service>(row.GetInt32(8)));

    /// <summary>The integration under the cursor: issuer, scope, first and last day.</summary>
    public static Integration Integration(DbDataReader row, RegistrationKey key) => new(
        row.GetString(0),
        key.Organisation,
        key.Unit,
        key.Service,
        row.GetString(1),
        StoredForms.Date(row.GetInt32(2)),
        row.IsDBNull(3) ? null : StoredForms.Date(row.GetInt32(3)));
}
