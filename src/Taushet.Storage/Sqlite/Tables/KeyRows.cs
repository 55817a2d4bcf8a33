using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Rows;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>Reads keys from either table of them.</summary>
internal static class KeyRows
{
    public static List<WrappedKey> Read(SqliteConnection connection, string sql, object? parameters)
    {
        using var row = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var keys = new List<WrappedKey>();
        while (row.Read())
        {
            keys.Add(SubjectKeyStatements.Read(row));
        }

        return keys;
    }
}
