using Taushet.Core.Requests;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Retention;

/// <summary>What of the keys a scope has, as statements. A person is the same under every number there was.</summary>
internal static class ScopeStatements
{
    private const string OfSubject = """
         AND (known.subject = coalesce((SELECT [current] FROM identifier_history WHERE former = @subject), @subject)
            OR known.subject IN (
                SELECT former FROM identifier_history
                WHERE [current] = coalesce((SELECT [current] FROM identifier_history WHERE former = @subject), @subject)))
        """;

    private const string OfHolder = " AND known.holder = @holder";

    private const string OfService = " AND known.service = @service";

    // A person's own key seals older entries of any holder and year: a hold on some of them keeps it.
    private const string Held = """
        EXISTS (
            SELECT 1 FROM legal_hold AS hold
            WHERE hold.lifted_at IS NULL
                AND (hold.subject IS NULL
                    OR coalesce((SELECT past.[current] FROM identifier_history AS past WHERE past.former = hold.subject), hold.subject)
                        = coalesce((SELECT past.[current] FROM identifier_history AS past WHERE past.former = known.subject), known.subject))
                AND (hold.holder = '' OR known.calendar_year = 0
                    OR (hold.holder = known.holder AND (hold.service = 0 OR hold.service = known.service)))
                AND (hold.calendar_year = 0 OR known.calendar_year = 0 OR hold.calendar_year = known.calendar_year))
        """;

    private static readonly string From = $" FROM ({SubjectKeyStatements.Every} {OwedStatements.NamesWithoutKey}) AS known WHERE known.calendar_year BETWEEN @first AND @last AND known.subject <> @keeper";

    /// <summary>Some of the keys that may be destroyed.</summary>
    public static string SelectFree(KeyScope scope) =>
        $"SELECT {{top}} {SubjectKeyStatements.Columns}{From}{Where(scope)} AND NOT {Held} AND NOT {OwedStatements.Owed} ORDER BY subject, holder, service, calendar_year {{limit}}";

    /// <summary>How many keys may be destroyed.</summary>
    public static string CountFree(KeyScope scope) =>
        $"SELECT count(*){From}{Where(scope)} AND NOT {Held} AND NOT {OwedStatements.Owed}";

    /// <summary>How many keys are under a hold.</summary>
    public static string CountHeld(KeyScope scope) => $"SELECT count(*){From}{Where(scope)} AND {Held}";

    /// <summary>How many keys that no hold keeps seal what is still owed.</summary>
    public static string CountOwed(KeyScope scope) => $"SELECT count(*){From}{Where(scope)} AND NOT {Held} AND {OwedStatements.Owed}";

    /// <summary>The values of these statements.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="keys">The store's keys.</param>
    /// <param name="at">When: an order in force then is still owed.</param>
    public static SqlValues Values(KeyScope scope, StoreKeys keys, DateTimeOffset at)
    {
        var values = new SqlValues().Number("@first", scope.FirstYear).Number("@last", scope.LastYear)
            .Hash("@keeper", SubjectLookup.Of(keys, scope.Keeper))
            .Number("@today", StoredForms.Day(OsloTime.DateAt(at)));
        if (scope.Subject is { } subject)
        {
            values.Hash("@subject", SubjectLookup.Of(keys, subject));
        }

        if (scope.Holder.Length > 0)
        {
            values.Code("@holder", scope.Holder, 32);
        }

        return scope.Service.IsKnown ? values.Number("@service", StoredForms.Member(scope.Service.Value)) : values;
    }

    private static string Where(KeyScope scope) =>
        (scope.Subject is null ? string.Empty : OfSubject)
        + (scope.Holder.Length == 0 ? string.Empty : OfHolder)
        + (scope.Service.IsKnown ? OfService : string.Empty);
}
