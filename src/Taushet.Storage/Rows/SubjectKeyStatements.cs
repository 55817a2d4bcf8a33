namespace Taushet.Storage.Rows;

/// <summary>Statements on the table of keys that mean the same in every store.</summary>
internal static class SubjectKeyStatements
{
    /// <summary>Every key.</summary>
    public const string SelectAll = "SELECT subject, wrapped FROM subject_key";

    /// <summary>The keys of the number now in use and of every former one, whichever was asked for.</summary>
    public const string SelectOf = """
        SELECT subject, wrapped FROM subject_key
        WHERE subject = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked)
            OR subject IN (
                SELECT former FROM identifier_history
                WHERE [current] = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked))
        """;
}
