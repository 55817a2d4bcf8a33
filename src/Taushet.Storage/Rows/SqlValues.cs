namespace Taushet.Storage.Rows;

/// <summary>The values of one statement that means the same in every store, each with the type and size of its column.</summary>
internal sealed class SqlValues
{
    private readonly List<SqlValue> values = [];

    public IReadOnlyList<SqlValue> All => values;

    /// <summary>An id, 16 bytes.</summary>
    public SqlValues Id(string name, Guid id) => Add(name, SqlKind.Fixed, 16, StoredForms.Id(id));

    /// <summary>A hash, 32 bytes, or none.</summary>
    public SqlValues Hash(string name, byte[]? hash) => Add(name, SqlKind.Fixed, 32, hash);

    /// <summary>Bytes of any length up to the column's; or none.</summary>
    public SqlValues Bytes(string name, byte[]? bytes, int size) => Add(name, SqlKind.Bytes, size, bytes);

    /// <summary>A code, ASCII.</summary>
    public SqlValues Code(string name, string code, int size) => Add(name, SqlKind.Code, size, code);

    /// <summary>What people or other systems write; or none.</summary>
    public SqlValues Text(string name, string? text, int size) => Add(name, SqlKind.Text, size, text);

    /// <summary>A member of the vocabulary, a year, a day.</summary>
    public SqlValues Number(string name, int number) => Add(name, SqlKind.Number, 0, number);

    /// <summary>A time, a count.</summary>
    public SqlValues Long(string name, long? number) => Add(name, SqlKind.Long, 0, number);

    private SqlValues Add(string name, SqlKind kind, int size, object? value)
    {
        values.Add(new SqlValue(name, kind, size, value));
        return this;
    }
}

/// <summary>One value of a statement.</summary>
/// <param name="Name">Its name, with the sign.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Size">The size of its column, where it has one.</param>
/// <param name="Value">The value, or null.</param>
internal readonly record struct SqlValue(string Name, SqlKind Kind, int Size, object? Value);

/// <summary>The type of a value.</summary>
internal enum SqlKind
{
    /// <summary>binary.</summary>
    Fixed,

    /// <summary>varbinary.</summary>
    Bytes,

    /// <summary>varchar.</summary>
    Code,

    /// <summary>nvarchar.</summary>
    Text,

    /// <summary>int.</summary>
    Number,

    /// <summary>bigint.</summary>
    Long,
}
