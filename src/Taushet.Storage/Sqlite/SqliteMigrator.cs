using System.Security.Cryptography;
using System.Text;
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
        foreach (var script in Scripts())
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
        var scripts = Scripts();
        var applied = connection.ExecuteScalar<long>(CountTable) == 0 ? [] : Applied(connection);
        foreach (var script in scripts)
        {
            Compare(script, applied.GetValueOrDefault(script.Number));
            if (!applied.ContainsKey(script.Number))
            {
                throw new InvalidOperationException($"The database lacks migration {script.Name}: run 'taushet db migrate'.");
            }
        }

        RequireKnown(applied, scripts);
    }

    private bool Apply(SqliteConnection connection, Script script)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var applied = Applied(connection);
        RequireKnown(applied, Scripts());
        Compare(script, applied.GetValueOrDefault(script.Number));
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

    private static void Compare(Script script, string? appliedHash)
    {
        if (appliedHash is not null && !string.Equals(script.Hash, appliedHash, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Migration {script.Name} was changed after it had been applied.");
        }
    }

    private static void RequireKnown(Dictionary<long, string> applied, IReadOnlyList<Script> scripts)
    {
        if (applied.Keys.Any(number => scripts.All(script => script.Number != number)))
        {
            throw new InvalidOperationException("The database was migrated by a newer version of Taushet.");
        }
    }

    private static Dictionary<long, string> Applied(SqliteConnection connection) =>
        connection.Query<(long Number, string Hash)>(SelectApplied).ToDictionary(row => row.Number, row => row.Hash);

    private static List<Script> Scripts()
    {
        var assembly = typeof(SqliteMigrator).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var scripts = new List<Script>();
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            scripts.Add(Script.Of(name[Prefix.Length..], reader.ReadToEnd()));
        }

        return scripts;
    }

    private sealed record Script(long Number, string Name, string Text, string Hash)
    {
        public static Script Of(string name, string text) => new(
            long.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture),
            name,
            text,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")))));
    }
}
