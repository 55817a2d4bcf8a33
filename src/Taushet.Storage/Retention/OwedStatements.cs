using Taushet.Storage.Rows;

namespace Taushet.Storage.Retention;

/// <summary>Which keys seal what is still owed, and what goes with a key, as statements that mean the same in every store.</summary>
internal static class OwedStatements
{
    // A person's own key is that of older rows, which are named after the keys of their entries; a person is the same under every number.
    private const string OlderOf = $"""
        sealing = 1 AND (key_subject = known.subject
            OR key_subject IN (SELECT past.former FROM identifier_history AS past WHERE past.[current] = known.subject))
        """;

    private const string Under =
        "key_subject = known.subject AND key_holder = known.holder AND key_service = known.service AND key_year = known.calendar_year";

    private const string OpenDelivery = "SELECT 1 FROM disclosure WHERE state = 1";

    private const string OpenTask = "SELECT 1 FROM hand_task WHERE state = 1";

    // An order in force may be all that lets its issuer have what it ordered; one that has ended may still wait for its parties to be told.
    private const string StandingOrder =
        "SELECT 1 FROM official_order WHERE withdrawn_at IS NULL AND sealing <> 3 AND (to_day >= @today OR notice = 1)";

    /// <summary>Whether a key seals what is still owed: a delivery not received, a task not ended, an order that stands.</summary>
    public const string Owed = $"""
        (EXISTS ({OpenDelivery} AND {Under}) OR EXISTS ({OpenTask} AND {Under}) OR EXISTS ({StandingOrder} AND {Under})
            OR (known.calendar_year = 0
                AND (EXISTS ({OpenDelivery} AND {OlderOf}) OR EXISTS ({OpenTask} AND {OlderOf}) OR EXISTS ({StandingOrder} AND {OlderOf}))))
        """;

    private const string WithoutKey = """
        WHERE sealing = 1 AND NOT EXISTS (
            SELECT 1 FROM entry_key AS kept
            WHERE kept.subject = key_subject AND kept.holder = key_holder AND kept.service = key_service AND kept.calendar_year = key_year)
        """;

    /// <summary>
    /// More keys, after those that there are: the names of older rows whose entry's key is not there, because it was destroyed before rows
    /// went with it or because the entry is under the person's own. They open nothing; they are destroyed by their names as keys are.
    /// </summary>
    public const string NamesWithoutKey = $"""
        UNION ALL SELECT named.key_subject, named.key_holder, named.key_service, named.key_year, named.key_subject
        FROM (SELECT key_subject, key_holder, key_service, key_year FROM disclosure {WithoutKey}
            UNION SELECT key_subject, key_holder, key_service, key_year FROM hand_task {WithoutKey}
            UNION SELECT key_subject, key_holder, key_service, key_year FROM official_order {WithoutKey}) AS named
        """;

    private const string Named = "key_subject = @subject AND key_holder = @holder AND key_service = @service AND key_year = @year";

    private const string OlderOfPerson =
        "sealing = 1 AND (key_subject = @subject OR key_subject IN (SELECT former FROM identifier_history WHERE [current] = @subject))";

    /// <summary>Destroys what the inbox and the registers hold under the key of a holder's service and a year.</summary>
    public const string DestroyNamed = $"""
        DELETE FROM pending_request
        WHERE key_subject = @subject AND holder = @holder AND holder_service = @service AND key_year = @year;
        {DestroyDisclosures} AND {Named};
        {DestroyTasks} AND {Named};
        {DestroyOrders} AND {Named};
        """;

    /// <summary>Destroys what the registers hold on a person from before rows were sealed with their entries.</summary>
    public const string DestroyOlder = $"""
        {DestroyDisclosures} AND {OlderOfPerson};
        {DestroyTasks} AND {OlderOfPerson};
        {DestroyOrders} AND {OlderOfPerson};
        """;

    private const string DestroyDisclosures =
        "UPDATE disclosure SET content = NULL, outcome = @nothing, sealing = 3 WHERE state <> 1 AND sealing <> 3";

    private const string DestroyTasks =
        "UPDATE hand_task SET content = @nothing, closing = @nothing, sealing = 3 WHERE state <> 1 AND sealing <> 3";

    private const string DestroyOrders = """
        UPDATE official_order
        SET content = @nothing, notice_content = CASE WHEN notice_content IS NULL THEN NULL ELSE @nothing END, sealing = 3
        WHERE sealing <> 3
        """;

    /// <summary>The values of what destroys.</summary>
    public static SqlValues Nothing(SqlValues named) => named.Bytes("@nothing", [], 1);
}
