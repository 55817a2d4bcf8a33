using System.Data;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>
/// Applies the numbered scripts that a database has not had yet, each in a transaction of its own, one migration at a time.
/// Where a script comes in several forms, the one for this server is applied and its name recorded: it stays that form.
/// </summary>
internal sealed partial class SqlServerMigrator(SqlServerOpener opener, TimeProvider time)
{
    private const string Prefix = "Taushet.Storage.SqlServer.Migrations.";

    private const string CreateTable = """
        IF OBJECT_ID('schema_version') IS NULL
        CREATE TABLE schema_version (
            number     int          NOT NULL,
            name       varchar(128) COLLATE Latin1_General_BIN2 NOT NULL,
            sha256     varchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
            applied_at bigint       NOT NULL,
            CONSTRAINT schema_version_key PRIMARY KEY (number)
        )
        """;

    private const string CountTable = "SELECT count(*) FROM sys.tables WHERE object_id = OBJECT_ID('schema_version')";

    private const string SelectApplied = "SELECT number, name, sha256 FROM schema_version ORDER BY number";

    private const string InsertApplied =
        "INSERT INTO schema_version (number, name, sha256, applied_at) VALUES (@number, @name, @sha256, @appliedAt)";

    // The catalogue of a ledger's blocks is there exactly where the server has ledger tables.
    private const string CountLedger = "SELECT count(*) FROM sys.all_objects WHERE object_id = OBJECT_ID('sys.database_ledger_blocks')";

    private const string Ledger = "ledger";
    private const string Triggers = "triggers";

    /// <summary>Brings the database to this version.</summary>
    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="InvalidOperationException">A script that was applied has changed since, or is unknown here.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation)
    {
        await using var connection = await opener.OpenToWriteAsync(cancellation);
        var form = await connection.ExecuteScalarAsync<int>(Command(CountLedger, cancellation)) > 0 ? Ledger : Triggers;
        var scripts = MigrationScript.Load(Prefix);
        var applied = new List<string>();
        foreach (var number in scripts.Select(script => script.Number).Distinct())
        {
            if (await ApplyAsync(connection, [.. scripts.Where(script => script.Number == number)], form, cancellation) is { } name)
            {
                applied.Add(name);
            }
        }

        return applied;
    }

    /// <summary>Checks that the database is at this version, without changing it.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static async Task RequireCurrentAsync(SqlConnection connection, CancellationToken cancellation)
    {
        var scripts = MigrationScript.Load(Prefix);
        var applied = await connection.ExecuteScalarAsync<int>(new CommandDefinition(CountTable, cancellationToken: cancellation)) == 0
            ? []
            : await AppliedAsync(connection, transaction: null, cancellation);
        foreach (var forms in scripts.GroupBy(script => script.Number))
        {
            if (!IsApplied([.. forms], applied))
            {
                throw forms.First().Lacking();
            }
        }

        MigrationScript.RequireKnown(applied.Keys, scripts);
    }

    /// <summary>The batches of a script: what stands between lines that say GO.</summary>
    internal static IEnumerable<string> Batches(string text) =>
        Go().Split(text).Where(batch => !string.IsNullOrWhiteSpace(batch));

    private async Task<string?> ApplyAsync(
        SqlConnection connection,
        IReadOnlyList<MigrationScript> forms,
        string form,
        CancellationToken cancellation)
    {
        await using var transaction =
            (SqlTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        await AppLock.Schema.TakeAsync(transaction, opener.Options.LockTimeout, cancellation);
        await connection.ExecuteAsync(Command(CreateTable, cancellation, transaction));
        var applied = await AppliedAsync(connection, transaction, cancellation);
        MigrationScript.RequireKnown(applied.Keys, MigrationScript.Load(Prefix));
        if (IsApplied(forms, applied))
        {
            return null;
        }

        var script = forms.Single(one => one.Form.Length == 0 || string.Equals(one.Form, form, StringComparison.Ordinal));
        foreach (var batch in Batches(script.Text))
        {
            await connection.ExecuteAsync(Command(batch, cancellation, transaction));
        }

        await RecordAsync(connection, transaction, script, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return script.Name;
    }

    // One form of it is there, and is what was applied.
    private static bool IsApplied(IReadOnlyList<MigrationScript> forms, Dictionary<long, (string Name, string Hash)> applied)
    {
        if (!applied.TryGetValue(forms[0].Number, out var was))
        {
            return false;
        }

        var script = forms.FirstOrDefault(one => string.Equals(one.Name, was.Name, StringComparison.Ordinal)) ?? forms[0];
        script.RequireUnchanged(was.Hash);
        return true;
    }

    private Task RecordAsync(
        SqlConnection connection,
        SqlTransaction transaction,
        MigrationScript script,
        CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            InsertApplied,
            new TypedParameters()
                .Number("@number", (int)script.Number)
                .Code("@name", script.Name, Limits.Script)
                .Code("@sha256", script.Hash, Limits.Hex)
                .Long("@appliedAt", StoredForms.Micros(time.GetUtcNow())),
            transaction,
            cancellationToken: cancellation));

    private static async Task<Dictionary<long, (string Name, string Hash)>> AppliedAsync(
        SqlConnection connection,
        SqlTransaction? transaction,
        CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<(int Number, string Name, string Hash)>(
            new CommandDefinition(SelectApplied, transaction: transaction, cancellationToken: cancellation));
        return rows.ToDictionary(row => (long)row.Number, row => (row.Name, row.Hash));
    }

    private CommandDefinition Command(string sql, CancellationToken cancellation, SqlTransaction? transaction = null) => new(
        sql,
        transaction: transaction,
        commandTimeout: SqlServerOpener.Seconds(opener.Options.WriteTimeout),
        cancellationToken: cancellation);

    [GeneratedRegex(
        @"^[ \t]*GO[ \t]*\r?$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Go();
}
