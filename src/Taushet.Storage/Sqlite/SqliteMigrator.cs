using Dapper;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>Applies the numbered scripts that a database has not had yet, each in a transaction of its own.</summary>
internal sealed class SqliteMigrator(SqliteOpener opener, TimeProvider time)
{
    private const string Prefix = "Taushet.Storage.Sqlite.Migrations.";

    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS schema_version (
            number     INTEGER NOT NULL PRIMARY KEY,
            name       TEXT    NOT NULL,
            sha256     TEXT    NOT NULL,
            applied_at INTEGER NOT NULL
        )
        """;

    private const string CountTable = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";

    private const string SelectApplied = "SELECT number, sha256 FROM schema_version ORDER BY number";

    private const string InsertApplied =
        "INSERT INTO schema_version (number, name, sha256, applied_at) VALUES (@number, @name, @sha256, @appliedAt)";

    /// <summary>Brings the database to this version.</summary>
    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="InvalidOperationException">
    /// A script that was applied has changed since, or is unknown here; or the file is gone but its write-ahead log is there.
    /// </exception>
    public IReadOnlyList<string> Migrate()
    {
        using var connection = opener.OpenOrCreate();
        connection.Execute(CreateTable);
        var applied = new List<string>();
        foreach (var script in MigrationScript.Load(Prefix))
        {
            if (Apply(connection, script))
            {
                applied.Add(script.Name);
            }
        }

        return applied;
    }

    /// <summary>Checks that the database is at this version, without changing it.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static void RequireCurrent(SqliteConnection connection)
    {
        var scripts = MigrationScript.Load(Prefix);
        var applied = connection.ExecuteScalar<long>(CountTable) == 0 ? [] : Applied(connection);
        foreach (var script in scripts)
        {
            script.RequireUnchanged(applied.GetValueOrDefault(script.Number));
            if (!applied.ContainsKey(script.Number))
            {
                throw script.Lacking();
            }
        }

        MigrationScript.RequireKnown(applied.Keys, scripts);
    }

    private bool Apply(SqliteConnection connection, MigrationScript script)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var applied = Applied(connection);
        MigrationScript.RequireKnown(applied.Keys, MigrationScript.Load(Prefix));
        script.RequireUnchanged(applied.GetValueOrDefault(script.Number));
        if (applied.ContainsKey(script.Number))
        {
            return false;
        }

        connection.Execute(script.Text, transaction: transaction);
        var appliedAt = StoredForms.Micros(time.GetUtcNow());
        connection.Execute(InsertApplied, new { number = script.Number, name = script.Name, sha256 = script.Hash, appliedAt });
        transaction.Commit();
        return true;
    }

    private static Dictionary<long, string> Applied(SqliteConnection connection) =>
        connection.Query<(long Number, string Hash)>(SelectApplied).ToDictionary(row => row.Number, row => row.Hash);
}
