using System.Globalization;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Index;

/// <summary>Statements that find entries under any of several keys, each prepared for a few numbers of them.</summary>
internal static class KeyedStatements
{
    private const int Own = 5;

    /// <summary>The statement with its keys set; its other parameters are bound, time, at, upto and count, in this order.</summary>
    public static PreparedStatement Of(IndexSession session, string sql, bool oldestFirst, IReadOnlyList<IndexKey> keys)
    {
        var places = PlacesFor(keys.Count);
        var names = Enumerable.Range(0, places).Select(place => string.Create(CultureInfo.InvariantCulture, $"@key{place}")).ToArray();
        (string, SqliteType)[] parameters =
        [
            (oldestFirst ? "@to" : "@from", SqliteType.Integer),
            ("@time", SqliteType.Integer),
            ("@at", SqliteType.Integer),
            ("@upto", SqliteType.Integer),
            ("@count", SqliteType.Integer),
            .. names.Select(name => (name, SqliteType.Blob)),
        ];
        var select = session.Of(sql.Replace("@keys", string.Join(", ", names), StringComparison.Ordinal), parameters);
        for (var place = 0; place < places; place++)
        {
            // A key twice finds nothing twice.
            select.Set(Own + place, keys[Math.Min(place, keys.Count - 1)].ToBytes());
        }

        return select;
    }

    private static int PlacesFor(int keys) => keys switch { 1 => 1, <= 8 => 8, _ => Trail.Index.IIndexRows.MostKeys };
}
