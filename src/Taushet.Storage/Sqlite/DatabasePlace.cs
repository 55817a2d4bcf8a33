using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>Whether an open database is still the one at its path.</summary>
/// <remarks>
/// INVARIANT: nothing is answered from a database that is no longer at its path. A file that was moved, removed or replaced
/// while it is open can still be read and written, but nobody else will find what is in it.
/// </remarks>
internal static partial class DatabasePlace
{
    private const string WriteAheadLogSuffix = "-wal";

    // SQLITE_FCNTL_HAS_MOVED: SQLite compares the inode it has open with the one at the path. Two system calls at most.
    private const int HasMoved = 20;

    /// <summary>The write-ahead log beside a database: the newest commits may be there alone.</summary>
    public static string WriteAheadLogOf(string path) => path + WriteAheadLogSuffix;

    /// <summary>Whether the path still leads to what the connection has open.</summary>
    public static bool IsKept(SqliteConnection connection)
    {
        var moved = 0;
        _ = FileControl(connection.Handle!, database: 0, HasMoved, ref moved);
        return moved == 0;
    }

    /// <summary>To be called after a commit and before anything is said of it.</summary>
    /// <exception cref="IOException">The path leads elsewhere, so that the commit is not known to be found again.</exception>
    public static void RequireKept(SqliteConnection connection)
    {
        if (!IsKept(connection) || !File.Exists(WriteAheadLogOf(connection.DataSource)))
        {
            throw new IOException("The database is no longer at its path.");
        }
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(SafeHandle connection, nint database, int operation, ref int argument);
}
