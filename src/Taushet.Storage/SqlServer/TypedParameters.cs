using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer;

/// <summary>
/// The parameters of one execution, each with the type and size of its column: a look-up by a parameter of another type would
/// convert the column and pass its index by.
/// </summary>
/// <remarks>INVARIANT: no value is cut, padded or changed on its way to its column; one that does not fit is refused.</remarks>
internal sealed class TypedParameters : SqlMapper.IDynamicParameters
{
    private readonly List<SqlParameter> parameters = [];

    /// <summary>binary(16).</summary>
    public TypedParameters Id(string name, Guid id) => Fixed(name, StoredForms.Id(id), 16);

    /// <summary>binary(size): all of it, or null.</summary>
    public TypedParameters Fixed(string name, byte[]? bytes, int size) =>
        bytes is null || bytes.Length == size ? Add(name, SqlDbType.Binary, size, bytes) : throw DoesNotFit(name);

    /// <summary>varbinary(size), or null.</summary>
    public TypedParameters Bytes(string name, byte[]? bytes, int size) =>
        bytes is null || bytes.Length <= size ? Add(name, SqlDbType.VarBinary, size, bytes) : throw DoesNotFit(name);

    /// <summary>varbinary(max), or null.</summary>
    public TypedParameters Whole(string name, byte[]? bytes) => Add(name, SqlDbType.VarBinary, -1, bytes);

    /// <summary>int: a member of the vocabulary, a day, a version.</summary>
    public TypedParameters Number(string name, int? number) => Add(name, SqlDbType.Int, 0, number);

    /// <summary>bigint: a time, a set, a counter.</summary>
    public TypedParameters Long(string name, long number) => Add(name, SqlDbType.BigInt, 0, number);

    /// <summary>bigint, or null.</summary>
    public TypedParameters LongOrNull(string name, long? number) => Add(name, SqlDbType.BigInt, 0, number);

    /// <summary>bit.</summary>
    public TypedParameters Bit(string name, bool? bit) => Add(name, SqlDbType.Bit, 0, bit);

    /// <summary>varchar(size): a code. Text outside ASCII would be changed by the column's code page, and is refused.</summary>
    public TypedParameters Code(string name, string text, int size) =>
        text.Length <= size && text.All(char.IsAscii) ? Add(name, SqlDbType.VarChar, size, text) : throw DoesNotFit(name);

    /// <summary>varchar(size): a code, or null.</summary>
    public TypedParameters CodeOrNull(string name, string? text, int size) =>
        text is null ? Add(name, SqlDbType.VarChar, size, null) : Code(name, text, size);

    /// <summary>nvarchar(size): what people or other systems write.</summary>
    public TypedParameters Text(string name, string? text, int size) =>
        text is null || text.Length <= size ? Add(name, SqlDbType.NVarChar, size, text) : throw DoesNotFit(name);

    /// <summary>The key that a row of a register is sealed with, and the mark that it is.</summary>
    public TypedParameters SealedUnder(EntrySealing under) => Fixed("@keySubject", under.Name.Subject, Limits.Hash)
        .Code("@keyHolder", under.Name.Holder, Limits.Organisation)
        .Number("@keyService", under.Name.Service)
        .Number("@keyYear", under.Name.Year)
        .Number("@sealing", SealedRows.ByEntry);

    /// <summary>Rows of a table type; at least one.</summary>
    public TypedParameters Rows(string name, string type, IEnumerable<SqlDataRecord> rows)
    {
        parameters.Add(new SqlParameter(name, SqlDbType.Structured) { TypeName = type, Value = rows });
        return this;
    }

    void SqlMapper.IDynamicParameters.AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }
    }

    private TypedParameters Add(string name, SqlDbType type, int size, object? value)
    {
        var parameter = new SqlParameter(name, type) { Value = value ?? DBNull.Value };
        if (size != 0)
        {
            parameter.Size = size;
        }

        parameters.Add(parameter);
        return this;
    }

    private static ArgumentException DoesNotFit(string name) => new($"A value does not fit the column it is for: {name}.");
}
