using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the register of participants means. Every store selects the same columns in the same order.</summary>
internal static class ParticipantRows
{
    /// <summary>The row under the cursor: form, name, telephone, source address, first and last day.</summary>
    public static Participant Read(DbDataReader row, string organisation, string unit, Service service) => new(
        organisation,
        unit,
        service,
        StoredForms.Member<ServiceForm>(row.GetInt32(0)),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : new Uri(row.GetString(3)),
        StoredForms.Date(row.GetInt32(4)),
        row.IsDBNull(5) ? null : StoredForms.Date(row.GetInt32(5)));
}
