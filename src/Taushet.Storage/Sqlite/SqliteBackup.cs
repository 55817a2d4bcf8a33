using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>Copies a database file as it is at one moment, with what only its write-ahead log holds, while others write it.</summary>
public static class SqliteBackup
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the copy, durable when this returns and whole or not there. On Unix its owner alone may read it.</summary>
    /// <param name="database">The database file.</param>
    /// <param name="target">The file to make.</param>
    /// <exception cref="IOException">The target is there already, or cannot be written.</exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be read.</exception>
    public static void Make(string database, string target)
    {
        if (File.Exists(target))
        {
            throw new IOException("the file is there already");
        }

        var part = target + ".part";
        try
        {
            using (new FileStream(part, Fresh()))
            {
                // Made with its mode before anything is in it.
            }

            Copy(database, part);
            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, target, overwrite: false);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void Copy(string database, string part)
    {
        using var source = SqliteCopy.Open(database);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString());
        copy.Open();
        source.BackupDatabase(copy);
    }

    private static FileStreamOptions Fresh()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return options;
    }
}
