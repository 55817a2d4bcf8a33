using System.Data.Common;
using Taushet.Storage.Rows;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Sqlite;

/// <summary>Reads a subject's wishes that are not past, with their events and parties.</summary>
internal static class WishReader
{
    public static IReadOnlyCollection<StoredWish> Read(FactStatements statements, byte[] subject, DateOnly date)
    {
        var wishes = new WishRows();
        Read(statements.Wishes, subject, date, wishes.TakeEvent);
        Read(statements.Parties, subject, date, wishes.TakeParty);
        return wishes.Wishes;
    }

    private static void Read(PreparedStatement statement, byte[] subject, DateOnly date, Action<DbDataReader> take)
    {
        using var row = statement.Set(0, subject).Set(1, StoredForms.Day(date)).Read();
        while (row.Read())
        {
            take(row);
        }
    }
}
