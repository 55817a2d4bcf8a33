using Microsoft.Data.Sqlite;
using Taushet.Storage.Log;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Finds subjects' keys in SQLite, synchronously: a read is a few pages of a local file.</summary>
internal sealed class SqliteSubjectKeys(SqliteOpener opener) : ISubjectKeys, IDisposable
{
    private readonly ReadPool<PreparedStatement> pool = new(opener, connection =>
        new PreparedStatement(connection, PersonKeyTable.SelectCurrent, ("@asked", SqliteType.Blob)));

    public ValueTask<SubjectKeyRow> FindAsync(byte[] asked, CancellationToken cancellation) =>
        new(pool.Read(asked, static (statement, key) => Find(statement, key)));

    public void Dispose() => pool.Dispose();

    private static SubjectKeyRow Find(PreparedStatement statement, byte[] asked)
    {
        using var row = statement.Set(0, asked).Read();
        return row.Read()
            ? new SubjectKeyRow(row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1))
            : throw new StoredValueException("A person's key could not be read.");
    }
}
