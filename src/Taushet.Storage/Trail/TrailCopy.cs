using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.Storage.SqlServer;

namespace Taushet.Storage.Trail;

/// <summary>The logs of a database for who only verifies: no secret key, no gateway, and nothing is written.</summary>
public static class TrailCopy
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The logs in a database file. It is opened when it is read.</summary>
    /// <param name="path">The file, or a copy of it.</param>
    public static ILogReader InFile(string path) => new LogReader(new SqliteTrailRows(() => SqliteCopy.Open(path), StoreKeys.OfNobody()));

    /// <summary>The logs in a database on SQL Server. A login that may select suffices.</summary>
    /// <param name="connection">The connection string.</param>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public static ILogReader OnServer(string connection) => new LogReader(new SqlServerTrailRows(new SqlServerOpener(
        new SqlServerStoreOptions { ConnectionString = connection, Keys = StoreKeys.OfNobody(), ReadTimeout = Patience })));
}
