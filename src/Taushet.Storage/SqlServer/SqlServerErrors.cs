using Microsoft.Data.SqlClient;

namespace Taushet.Storage.SqlServer;

/// <summary>What the server's and the client's error numbers mean. They are named nowhere else.</summary>
internal static class SqlServerErrors
{
    /// <summary>Thrown by our own triggers: what is only appended was to be changed.</summary>
    public const int AppendOnly = 51001;

    /// <summary>Thrown by our own statements: a lock was not granted in time.</summary>
    public const int LockNotGranted = 51222;

    // From this class on the server or the client has given the connection up.
    private const byte Severed = 20;

    /// <summary>What kind of failure an error is.</summary>
    public static SqlServerFailure Of(SqlException error) => Of(error.Number, error.Class);

    /// <summary>What kind of failure an error's number and class mean.</summary>
    public static SqlServerFailure Of(int number, byte severity) => number switch
    {
        -2 => SqlServerFailure.TimedOut,
        1205 => SqlServerFailure.Deadlock,
        1222 or LockNotGranted => SqlServerFailure.LockWait,
        18452 or 18456 or 18470 or 18487 or 18488 => SqlServerFailure.Login,
        // No such database or no right to it, starting, restoring, suspect, offline, a secondary, moved, throttled, shutting down.
        4060 or 4064 or 911 or 916 or 921 or 922 or 924 or 927 or 945 or 946 or 976 or 978 or 983
            or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 or 10928 or 10929 or 6005 or 17142 => SqlServerFailure.Unavailable,
        3906 or 3908 => SqlServerFailure.ReadOnly,
        1101 or 1105 or 9002 => SqlServerFailure.Full,
        2601 or 2627 => SqlServerFailure.Duplicate,
        AppendOnly or 37359 => SqlServerFailure.AppendOnly,
        _ when severity >= Severed => SqlServerFailure.Broken,
        _ => SqlServerFailure.Other,
    };

    /// <summary>Whether a failed transaction is known to have stored nothing.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="committing">Whether COMMIT may have been sent.</param>
    /// <remarks>
    /// INVARIANT: a transaction whose COMMIT was never sent stores nothing; after that, only the server's own refusal tells so.
    /// </remarks>
    public static bool StoredNothing(SqlServerFailure failure, bool committing) => !committing || failure switch
    {
        SqlServerFailure.Deadlock or SqlServerFailure.LockWait or SqlServerFailure.ReadOnly or SqlServerFailure.Full
            or SqlServerFailure.Duplicate or SqlServerFailure.AppendOnly => true,
        SqlServerFailure.Broken or SqlServerFailure.TimedOut or SqlServerFailure.Login or SqlServerFailure.Unavailable
            or SqlServerFailure.Other => false,
    };

    /// <summary>Whether a read that failed so may be tried once more: its connection broke, and a new one may not.</summary>
    public static bool MayReadAgain(SqlServerFailure failure) => failure == SqlServerFailure.Broken;
}

/// <summary>Kinds of failure of the server, of the way there, or of a statement.</summary>
internal enum SqlServerFailure
{
    /// <summary>The connection could not be made, or broke.</summary>
    Broken,

    /// <summary>No answer in time: what was sent may still take effect.</summary>
    TimedOut,

    /// <summary>The transaction was chosen as a deadlock's victim, and rolled back.</summary>
    Deadlock,

    /// <summary>A lock was not granted in time.</summary>
    LockWait,

    /// <summary>The login was refused.</summary>
    Login,

    /// <summary>The database cannot be used now, or not by this login.</summary>
    Unavailable,

    /// <summary>The database takes no writes.</summary>
    ReadOnly,

    /// <summary>The disk or the transaction log is full.</summary>
    Full,

    /// <summary>A key is there already.</summary>
    Duplicate,

    /// <summary>What is only appended was to be changed.</summary>
    AppendOnly,

    /// <summary>Anything else.</summary>
    Other,
}
