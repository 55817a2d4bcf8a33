using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Log;

namespace Taushet.Storage;

/// <summary>A failure of the store, without any value: safe to log.</summary>
/// <param name="Operation">What was done.</param>
/// <param name="Error">The kind of exception; <c>ROLLED_BACK</c> and how for a log that has lost entries.</param>
/// <param name="Code">The database's own error number, or 0.</param>
public readonly record struct StoreFault(string Operation, string Error, int Code)
{
    private const string RolledBack = "ROLLED_BACK";

    /// <summary>Whether the log has lost entries: an operator must act.</summary>
    public bool IsRolledBack => Error.StartsWith(RolledBack, StringComparison.Ordinal);

    internal static StoreFault Of(string operation, Exception error) => new(
        operation,
        error is LogRolledBackException lost ? $"{RolledBack} ({lost.Loss})" : error.GetType().Name,
        error switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode,
            SqlException server => server.Number,
            _ => 0,
        });
}
