using Taushet.Core.Trail;
using Taushet.Storage.Log;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Finds subjects' keys in SQLite, synchronously: a read is a few pages of a local file.</summary>
internal sealed class SqliteSubjectKeys(SqliteOpener opener) : ISubjectKeys, IDisposable
{
    private readonly ReadPool<PlacedStatement> pool =
        new(opener, connection => new PlacedStatement(connection, PersonKeyTable.SelectCurrent), ofOneStatement: true);

    private readonly ReadPool<PlacedStatement> entryPool =
        new(opener, connection => new PlacedStatement(connection, EntryKeyTable.SelectCurrent), ofOneStatement: true);

    public ValueTask<SubjectKeyRow> FindAsync(byte[] asked, CancellationToken cancellation) =>
        new(pool.Read(asked, static (statement, key) => statement.Bind(1, key).ReadRow(Row)));

    public ValueTask<SubjectKeyRow> FindAsync(byte[] asked, PublicPart part, CancellationToken cancellation) =>
        new(entryPool.Read((asked, part), static (statement, key) => statement
            .Bind(1, key.asked)
            .Bind(2, key.part.Holder.Organisation)
            .Bind(3, (int)key.part.Holder.Service)
            .Bind(4, key.part.LawDate.Year)
            .ReadRow(Row)));

    public void Dispose()
    {
        pool.Dispose();
        entryPool.Dispose();
    }

    private static SubjectKeyRow Row(PlacedStatement row) =>
        new(row.Bytes(0) ?? throw new StoredValueException("A person's key could not be read."), row.Bytes(1));
}
