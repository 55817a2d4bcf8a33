using System.Data.Common;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the organisation registry means. Every store selects the same columns in the same order.</summary>
internal static class UnitRows
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns = "number, name, form, parent, municipality, industries, deleted_day, bankrupt_day";

    /// <summary>The industry codes as they are stored.</summary>
    public static string Industries(RegisteredUnit unit) => string.Join(' ', unit.Industries);

    /// <summary>The row under the cursor.</summary>
    public static RegisteredUnit Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        [.. row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        row.IsDBNull(6) ? null : StoredForms.Date(row.GetInt32(6)),
        row.IsDBNull(7) ? null : StoredForms.Date(row.GetInt32(7)));
}
