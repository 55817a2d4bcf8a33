using System.Data.Common;
using Taushet.Storage.Sealing;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Rows;

/// <summary>Statements on the tables of keys that mean the same in every store.</summary>
internal static class SubjectKeyStatements
{
    /// <summary>The columns of a key, in the order in which they are read.</summary>
    public const string Columns = "subject, holder, service, calendar_year, wrapped";

    /// <summary>Every key, of entries and of persons.</summary>
    public const string Every = """
        SELECT subject, holder, service, calendar_year, wrapped FROM entry_key
            UNION ALL SELECT subject, '', 0, 0, wrapped FROM subject_key
        """;

    /// <summary>Every key.</summary>
    public const string SelectAll = $"SELECT {Columns} FROM ({Every}) AS known";

    /// <summary>Every person's own key.</summary>
    public const string SelectPersons = "SELECT subject, '', 0, 0, wrapped FROM subject_key";

    /// <summary>The keys of a holder's service and a year.</summary>
    public const string SelectSlice = $"""
        SELECT {Columns} FROM entry_key WHERE holder = @holder AND service = @service AND calendar_year = @year
        """;

    /// <summary>The keys of the number now in use and of every former one, whichever was asked for.</summary>
    public const string SelectOf = $"""
        SELECT {Columns} FROM entry_key
        WHERE subject = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked)
            OR subject IN (
                SELECT former FROM identifier_history
                WHERE [current] = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked))
        UNION ALL
        SELECT subject, '', 0, 0, wrapped FROM subject_key
        WHERE subject = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked)
            OR subject IN (
                SELECT former FROM identifier_history
                WHERE [current] = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked))
        """;

    /// <summary>The row under the cursor.</summary>
    public static WrappedKey Read(DbDataReader row) => new(
        new KeyName(row.GetFieldValue<byte[]>(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3)),
        row.GetFieldValue<byte[]>(4));
}
