using System.Data.Common;

namespace Taushet.Storage.Rows;

/// <summary>Tables whose statements mean the same in every store: written once, read and changed by each.</summary>
/// <remarks>Where only so many rows are wanted, a statement has <c>{top}</c> and <c>{limit}</c>, and the value <c>@count</c>.</remarks>
internal interface ISharedTables
{
    /// <summary>Reads rows.</summary>
    Task<List<T>> ReadAsync<T>(string sql, SqlValues values, Func<DbDataReader, T> read, CancellationToken cancellation);

    /// <summary>Changes rows in one transaction, durable when this returns.</summary>
    Task<T> WriteAsync<T>(Func<ISharedChange, T> change, CancellationToken cancellation);
}

/// <summary>A transaction on such tables that somebody else ends.</summary>
internal interface ISharedChange
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    int Execute(string sql, SqlValues values);

    /// <summary>Reads rows.</summary>
    List<T> Read<T>(string sql, SqlValues values, Func<DbDataReader, T> read);
}
