using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Sqlite.Index;

/// <summary>Takes what private parts told out of the index's tables, inside a transaction.</summary>
internal sealed class IndexForgetting(IndexSession session, IndexTexts texts, DetailsBox box)
{
    /// <summary>How many entries are read at once.</summary>
    public const int Page = 256;

    private const string UpdateDetails = "UPDATE trail_line SET details = @details WHERE number = @number";

    private const string DeleteKey = "DELETE FROM trail_key WHERE key = @key AND decided_at = @decided_at AND number = @number";

    private const string UpdateForgotten = "UPDATE trail_state SET forgotten = @forgotten";

    /// <summary>Forgets.</summary>
    public void Forget(
        IReadOnlyList<byte[]> pseudonyms,
        Func<IReadOnlyList<IndexKey>, IndexPlace, IReadOnlyList<IndexedEntry>> read,
        Func<IndexedEntry, IReadOnlyCollection<IndexKey>> traces,
        long destruction)
    {
        session.Connection.Execute("PRAGMA secure_delete = ON");
        foreach (var pseudonym in pseudonyms)
        {
            IndexKey[] key = [IndexKeys.Subject(pseudonym)];
            var after = new IndexPlace(0, -1);
            while (read(key, after) is { Count: > 0 } entries)
            {
                after = entries[^1].Place;
                foreach (var entry in entries.Where(one => one.Subject.Span.SequenceEqual(pseudonym)))
                {
                    Forget(entry, traces(entry));
                }
            }
        }

        session.Of(UpdateForgotten, ("@forgotten", SqliteType.Integer)).Set(0, destruction).Execute();
    }

    private void Forget(IndexedEntry entry, IReadOnlyCollection<IndexKey> traces)
    {
        var left = LineMaking.Left(entry.Details);
        session.Of(UpdateDetails, ("@details", SqliteType.Blob), ("@number", SqliteType.Integer))
            .Set(0, box.Seal(left, text => texts.Find(text)!.Value, entry.Entry)).Set(1, entry.Number).Execute();
        var delete = session.Of(
            DeleteKey, ("@key", SqliteType.Blob), ("@decided_at", SqliteType.Integer), ("@number", SqliteType.Integer));
        foreach (var trace in traces)
        {
            delete.Set(0, trace.ToBytes()).Set(1, entry.Public.TimeMicros).Set(2, entry.Number).Execute();
        }
    }
}
