using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Sqlite;

/// <summary>The copy of the organisation registry in SQLite.</summary>
internal sealed class SqliteOrganisationRegistry(SqliteOpener opener, WriteGate gate) : IOrganisationRegistry
{
    private const string Select = $"SELECT {UnitRows.Columns} FROM registry_unit WHERE number = @number";

    private const string SelectAny = "SELECT EXISTS (SELECT 1 FROM registry_unit)";

    private const string Upsert = """
        INSERT INTO registry_unit (
            number, name, form, sub_unit, parent, municipality, industries, deleted_day, bankrupt_day, seen_at)
        VALUES ($number, $name, $form, $sub, $parent, $municipality, $industries, $deleted, $bankrupt, $seen)
        ON CONFLICT (number) DO UPDATE SET
            name = excluded.name, form = excluded.form, sub_unit = excluded.sub_unit, parent = excluded.parent,
            municipality = excluded.municipality, industries = excluded.industries, deleted_day = excluded.deleted_day,
            bankrupt_day = excluded.bankrupt_day, seen_at = excluded.seen_at
        """;

    private const string Complete = """
        UPDATE registry_unit SET deleted_day = @day WHERE sub_unit = @sub AND seen_at < @seen AND deleted_day IS NULL
        """;

    public ValueTask<UnitLookup> FindAsync(string number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var connection = opener.OpenToRead();
            return new(Find(connection, number));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("find registered unit", error);
            return new(default(UnitLookup));
        }
    }

    public Task WriteAsync(IReadOnlyCollection<RegisteredUnit> units, DateTimeOffset seen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        gate.Write(connection =>
        {
            using var upsert = connection.CreateCommand();
            upsert.CommandText = Upsert;
            foreach (var unit in units)
            {
                Bind(upsert, unit, seen);
                upsert.ExecuteNonQuery();
            }

            return true;
        });
        return Task.CompletedTask;
    }

    public Task<int> CompleteAsync(bool subUnits, DateTimeOffset seen, DateOnly day, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(gate.Write(connection => connection.Execute(
            Complete, new { sub = subUnits ? 1 : 0, seen = StoredForms.Micros(seen), day = StoredForms.Day(day) })));
    }

    private static UnitLookup Find(SqliteConnection connection, string number)
    {
        using (var row = (DbDataReader)connection.ExecuteReader(Select, new { number }))
        {
            if (row.Read())
            {
                return new UnitLookup(Available: true, HasCopy: true, UnitRows.Read(row));
            }
        }

        return new UnitLookup(Available: true, connection.ExecuteScalar<bool>(SelectAny), Unit: null);
    }

    private static void Bind(SqliteCommand upsert, RegisteredUnit unit, DateTimeOffset seen)
    {
        upsert.Parameters.Clear();
        upsert.Parameters.AddWithValue("$number", unit.Number);
        upsert.Parameters.AddWithValue("$name", unit.Name);
        upsert.Parameters.AddWithValue("$form", unit.Form);
        upsert.Parameters.AddWithValue("$sub", unit.IsSubUnit ? 1 : 0);
        upsert.Parameters.AddWithValue("$parent", unit.Parent);
        upsert.Parameters.AddWithValue("$municipality", unit.Municipality);
        upsert.Parameters.AddWithValue("$industries", UnitRows.Industries(unit));
        upsert.Parameters.AddWithValue("$deleted", (object?)StoredForms.Day(unit.DeletedFrom) ?? DBNull.Value);
        upsert.Parameters.AddWithValue("$bankrupt", (object?)StoredForms.Day(unit.BankruptFrom) ?? DBNull.Value);
        upsert.Parameters.AddWithValue("$seen", StoredForms.Micros(seen));
    }
}
