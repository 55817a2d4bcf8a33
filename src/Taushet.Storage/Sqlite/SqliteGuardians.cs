using Dapper;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Sqlite;

/// <summary>Guardians in SQLite.</summary>
internal sealed class SqliteGuardians(SqliteOpener opener, WriteGate gate) : IGuardians
{
    public Task RegisterAsync(
        string child, string guardian, GuardianStanding standing, DateTimeOffset at, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var row = new { child = Hash(child), guardian = Hash(guardian), standing = (int)standing, at = StoredForms.Micros(at) };
        return Task.FromResult(gate.Write(connection =>
            connection.Execute(GuardianStatements.Update, row) + connection.Execute(
                GuardianStatements.Insert.Replace("INSERT INTO", "INSERT OR IGNORE INTO", StringComparison.Ordinal), row)));
    }

    public Task<GuardianStanding> FindAsync(string child, string guardian, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = opener.OpenToRead();
        var found = connection.Query<int>(GuardianStatements.Select, new { child = Hash(child), guardian = Hash(guardian) });
        return Task.FromResult((GuardianStanding)found.LastOrDefault());
    }

    private byte[] Hash(string number) => SubjectLookup.OfNumber(opener.Options.Keys, number);
}
