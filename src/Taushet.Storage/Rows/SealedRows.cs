using System.Data.Common;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Rows;

/// <summary>By which key a row of a register is sealed. Every register that keeps anything on a child has these columns.</summary>
internal static class SealedRows
{
    /// <summary>The columns of the key, and the mark that says how the row is sealed.</summary>
    public const string Columns = "key_subject, key_holder, key_service, key_year, sealing";

    /// <summary>How many columns these are.</summary>
    public const int Count = 5;

    /// <summary>The wrapped key, where it is still there. Read right after the columns.</summary>
    public const string Wrapped = """
        (SELECT known.wrapped FROM entry_key AS known
            WHERE known.subject = key_subject AND known.holder = key_holder AND known.service = key_service AND known.calendar_year = key_year)
        """;

    /// <summary>Sealed under the organisation's key alone, as older versions did; the key of its entry is named all the same.</summary>
    public const int ByOrganisation = 1;

    /// <summary>Sealed under the key of its entry too.</summary>
    public const int ByEntry = 2;

    /// <summary>Destroyed with the key of its entry.</summary>
    public const int Destroyed = 3;

    private const string SelectTask = $"SELECT {Columns}, {Wrapped} FROM hand_task WHERE id = @id";

    private const string SelectOrder = $"SELECT {Columns}, {Wrapped} FROM official_order WHERE id = @id";

    /// <summary>The key of the row under the cursor.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">Where the columns begin; the wrapped key comes after them.</param>
    /// <param name="keys">The store's keys.</param>
    public static RowKey Key(DbDataReader row, int first, StoreKeys keys)
    {
        var sealing = row.GetInt32(first + 4);
        if (sealing != ByEntry)
        {
            return sealing == ByOrganisation ? RowKey.OfOlder : RowKey.Destroyed;
        }

        var name = new KeyName(
            row.GetFieldValue<byte[]>(first), row.GetString(first + 1), row.GetInt32(first + 2), row.GetInt32(first + 3));
        return !row.IsDBNull(first + Count) && PersonKey.Unwrap(keys, name.Context, row.GetFieldValue<byte[]>(first + Count)) is { } key
            ? RowKey.Of(key)
            : RowKey.Destroyed;
    }

    /// <summary>The key of a task, inside the transaction that ends it.</summary>
    public static RowKey OfTask(ISharedChange change, StoreKeys keys, Guid task) => Of(change, keys, SelectTask, task);

    /// <summary>The key of an order, inside the transaction that changes it.</summary>
    public static RowKey OfOrder(ISharedChange change, StoreKeys keys, Guid order) => Of(change, keys, SelectOrder, order);

    private static RowKey Of(ISharedChange change, StoreKeys keys, string sql, Guid id) =>
        change.Read(sql, new SqlValues().Id("@id", id), row => Key(row, 0, keys)).Single();
}
