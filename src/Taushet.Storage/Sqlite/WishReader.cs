using Microsoft.Data.Sqlite;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Sqlite;

/// <summary>Reads a subject's wishes that are not past, with their events and parties.</summary>
internal static class WishReader
{
    public static IReadOnlyCollection<StoredWish> Read(FactStatements statements, byte[] subject, DateOnly date)
    {
        var wishes = new Dictionary<Guid, StoredWish>();
        ReadEvents(statements, subject, date, wishes);
        ReadParties(statements, subject, date, wishes);
        return wishes.Values;
    }

    private static void ReadEvents(
        FactStatements statements,
        byte[] subject,
        DateOnly date,
        Dictionary<Guid, StoredWish> wishes)
    {
        using var row = statements.Wishes.Set(0, subject).Set(1, StoredForms.Day(date)).Read();
        while (row.Read())
        {
            var id = StoredForms.Id(row.GetFieldValue<byte[]>(0));
            if (!wishes.TryGetValue(id, out var wish))
            {
                wish = Terms(row, id);
                wishes.Add(id, wish);
            }

            wish.Version = row.GetInt32(8);
            Take(wish, row);
        }
    }

    private static StoredWish Terms(SqliteDataReader row, Guid id) =>
        new(id, StoredForms.Member<WishKind>(row.GetInt64(1)))
        {
            Area = StoredForms.Member<ConsentArea>(row.GetInt64(2)),
            Cells = StoredForms.Cells(row.GetFieldValue<byte[]>(3)),
            Purposes = StoredForms.Members<Purpose>(row.GetInt64(4)),
            From = StoredForms.Date(row.GetInt64(5)),
            To = StoredForms.Date(row.GetInt64(6)),
            ChildHeard = !row.IsDBNull(7),
        };

    private static void Take(StoredWish wish, SqliteDataReader row)
    {
        var happened = StoredForms.Member<ConsentEventKind>(row.GetInt64(9));
        if (row.IsDBNull(10))
        {
            wish.History.Take(happened, default, giver: null);
            return;
        }

        var giver = new ConsentGiver(StoredForms.Member<ConsentCapacity>(row.GetInt64(10)), row.GetBoolean(11));
        var mark = row.IsDBNull(12) ? string.Empty : Convert.ToHexString(row.GetFieldValue<byte[]>(12));
        wish.History.Take(happened, new WishGiver(giver.Capacity, mark), giver);
    }

    private static void ReadParties(
        FactStatements statements,
        byte[] subject,
        DateOnly date,
        Dictionary<Guid, StoredWish> wishes)
    {
        const long HolderSide = 1;
        using var row = statements.Parties.Set(0, subject).Set(1, StoredForms.Day(date)).Read();
        while (row.Read())
        {
            var wish = wishes[StoredForms.Id(row.GetFieldValue<byte[]>(0))];
            var party = new ConsentParty(StoredForms.Member<Service>(row.GetInt64(2)), row.GetString(3));
            if (row.GetInt64(1) == HolderSide)
            {
                wish.NameHolder(party);
            }
            else
            {
                wish.NameReceiver(party);
            }
        }
    }
}
