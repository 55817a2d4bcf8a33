using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>A database file that is only read: a copy, or the file of a gateway that may be running.</summary>
internal static class SqliteCopy
{
    /// <summary>Opens it. Nothing is written, neither into the file nor beside it when it has no write-ahead log.</summary>
    public static SqliteConnection Open(string path)
    {
        // Whoever has a database open has its write-ahead log beside it: without one the file is nobody's, and does not change.
        var whole = Path.GetFullPath(path);
        var kept = File.Exists(DatabasePlace.WriteAheadLogOf(whole));
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = kept ? whole : new Uri(whole).AbsoluteUri + "?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
