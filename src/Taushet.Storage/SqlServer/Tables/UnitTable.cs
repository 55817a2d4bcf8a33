using System.Data;
using Microsoft.Data.SqlClient.Server;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The copy of the organisation registry.</summary>
internal static class UnitTable
{
    /// <summary>A unit, and then a row when there is any unit at all.</summary>
    public const string Select = $"""
        SELECT {UnitRows.Columns} FROM registry_unit WHERE number = @number;
        SELECT TOP (1) 1 FROM registry_unit;
        """;

    private const string Take = """
        UPDATE known
        SET
            name = told.name, form = told.form, sub_unit = told.sub_unit, parent = told.parent, municipality = told.municipality,
            industries = told.industries, deleted_day = told.deleted_day, bankrupt_day = told.bankrupt_day, seen_at = @seen
        FROM registry_unit AS known
        JOIN @rows AS told ON told.number = known.number;
        INSERT INTO registry_unit (
            number, name, form, sub_unit, parent, municipality, industries, deleted_day, bankrupt_day, seen_at)
        SELECT
            told.number, told.name, told.form, told.sub_unit, told.parent, told.municipality, told.industries, told.deleted_day,
            told.bankrupt_day, @seen
        FROM @rows AS told
        WHERE NOT EXISTS (SELECT 1 FROM registry_unit AS known WHERE known.number = told.number);
        """;

    private const string Complete = """
        UPDATE registry_unit SET deleted_day = @day WHERE sub_unit = @sub AND seen_at < @seen AND deleted_day IS NULL
        """;

    private static readonly SqlMetaData[] Columns =
    [
        new("number", SqlDbType.VarChar, Limits.Organisation),
        new("name", SqlDbType.NVarChar, Limits.Reference),
        new("form", SqlDbType.VarChar, Limits.UnitCode),
        new("sub_unit", SqlDbType.Int),
        new("parent", SqlDbType.VarChar, Limits.Organisation),
        new("municipality", SqlDbType.VarChar, Limits.UnitCode),
        new("industries", SqlDbType.VarChar, Limits.Industries),
        new("deleted_day", SqlDbType.Int),
        new("bankrupt_day", SqlDbType.Int),
    ];

    /// <summary>Takes units; at least one.</summary>
    public static Task<int> WriteAsync(RegisterWrite write, IReadOnlyCollection<RegisteredUnit> units, DateTimeOffset seen) =>
        write.ExecuteAsync(
            Take, new TypedParameters().Rows("@rows", "registry_unit_rows", Records(units)).Long("@seen", StoredForms.Micros(seen)));

    /// <summary>Marks as deleted what was seen before a time.</summary>
    public static Task<int> CompleteAsync(RegisterWrite write, bool subUnits, DateTimeOffset seen, DateOnly day) =>
        write.ExecuteAsync(
            Complete,
            new TypedParameters()
                .Number("@sub", subUnits ? 1 : 0)
                .Long("@seen", StoredForms.Micros(seen))
                .Number("@day", StoredForms.Day(day)));

    private static IEnumerable<SqlDataRecord> Records(IEnumerable<RegisteredUnit> units)
    {
        var record = new SqlDataRecord(Columns);
        foreach (var unit in units)
        {
            record.SetString(0, unit.Number);
            record.SetString(1, unit.Name);
            record.SetString(2, unit.Form);
            record.SetInt32(3, unit.IsSubUnit ? 1 : 0);
            record.SetString(4, unit.Parent);
            record.SetString(5, unit.Municipality);
            record.SetString(6, UnitRows.Industries(unit));
            record.SetValue(7, (object?)StoredForms.Day(unit.DeletedFrom) ?? DBNull.Value);
            record.SetValue(8, (object?)StoredForms.Day(unit.BankruptFrom) ?? DBNull.Value);
            yield return record;
        }
    }
}
