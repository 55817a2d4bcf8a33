using Microsoft.Data.Sqlite;
using Taushet.Core.Trail;
using Taushet.Storage.Log;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Finds subjects' keys in SQLite, synchronously: a read is a few pages of a local file.</summary>
internal sealed class SqliteSubjectKeys(SqliteOpener opener) : ISubjectKeys, IDisposable
{
    private readonly ReadPool<PreparedStatement> pool = new(opener, connection =>
        new PreparedStatement(connection, PersonKeyTable.SelectCurrent, ("@asked", SqliteType.Blob)));

    private readonly ReadPool<PreparedStatement> entryPool = new(opener, connection => new PreparedStatement(
        connection,
        EntryKeyTable.SelectCurrent,
        ("@asked", SqliteType.Blob),
        ("@holder", SqliteType.Text),
        ("@service", SqliteType.Integer),
        ("@year", SqliteType.Integer)));

    public ValueTask<SubjectKeyRow> FindAsync(byte[] asked, CancellationToken cancellation) =>
        new(pool.Read(asked, static (statement, key) => Find(statement, key)));

    public ValueTask<SubjectKeyRow> FindAsync(byte[] asked, PublicPart part, CancellationToken cancellation) =>
        new(entryPool.Read((asked, part), static (statement, key) => Find(
            statement.Set(1, key.part.Holder.Organisation).Set(2, (int)key.part.Holder.Service).Set(3, key.part.LawDate.Year),
            key.asked)));

    public void Dispose()
    {
        pool.Dispose();
        entryPool.Dispose();
    }

    private static SubjectKeyRow Find(PreparedStatement statement, byte[] asked)
    {
        using var row = statement.Set(0, asked).Read();
        return row.Read()
            ? new SubjectKeyRow(row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1))
            : throw new StoredValueException("A person's key could not be read.");
    }
}
