using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>Which requests asked for which task to be done by hand. Both databases run the same statements.</summary>
/// <remarks>
/// INVARIANT: the same asked again while its task is open joins that task, and opens no second one.
/// Opening and joining write one row of this table each, so that the first asking writes what a later one does.
/// </remarks>
internal static class HandTaskAskings
{
    // The parties, cells and case stand in a keyed hash: who reads the table cannot try case references.
    private const string Insert = """
        INSERT INTO hand_task_asking (entry, task, demand, request) VALUES (@entry, @task, @demand, @request)
        """;

    /// <summary>The task that a request joins: asked, demand, request, count.</summary>
    public const string Select = $$"""
        SELECT {top} {{HandTaskRows.Selected}} FROM hand_task
        WHERE EXISTS (
                SELECT 1 FROM hand_task_asking AS asking
                WHERE asking.task = hand_task.id AND asking.demand = @demand AND (hand_task.state = 1 OR asking.request = @request))
            AND coalesce((SELECT [current] FROM identifier_history WHERE former = hand_task.subject), hand_task.subject)
                = coalesce((SELECT [current] FROM identifier_history WHERE former = @asked), @asked)
        ORDER BY CASE WHEN hand_task.state = 1 THEN 0 ELSE 1 END, hand_task.id {limit}
        """;

    /// <summary>What the task is looked for by.</summary>
    /// <param name="keys">The store's keys.</param>
    /// <param name="asked">The subject as it was asked for.</param>
    /// <param name="task">What is owed.</param>
    /// <param name="caseReference">The receiver's case reference.</param>
    public static SqlValues Looking(StoreKeys keys, byte[] asked, HandTaskRow task, string caseReference) => new SqlValues()
        .Hash("@asked", asked)
        .Hash("@demand", Demand(keys, task, caseReference))
        .Id("@request", task.Request)
        .Number("@count", 1);

    /// <summary>Whether a request would now join another task than it says.</summary>
    public static bool IsOvertaken(ISharedChange change, StoreKeys keys, byte[] asked, RegisterChange.OfHandTask owed) =>
        owed.Asking is { } asking
        && change.Read(Select, Looking(keys, asked, owed.Task, asking.CaseReference), row => StoredForms.Id(row.GetFieldValue<byte[]>(0)))
            .Select(found => (Guid?)found).SingleOrDefault() != asking.Joined;

    /// <summary>Writes that a request asked for a task, if one did.</summary>
    public static void Write(ISharedChange change, StoreKeys keys, RegisterChange.OfHandTask owed, Guid entry)
    {
        if (owed.Asking is { } asking)
        {
            change.Execute(
                Insert,
                new SqlValues().Id("@entry", entry).Id("@task", asking.Joined ?? owed.Task.Id)
                    .Hash("@demand", Demand(keys, owed.Task, asking.CaseReference)).Id("@request", owed.Task.Request));
        }
    }

    private static byte[] Demand(StoreKeys keys, HandTaskRow task, string caseReference)
    {
        var text = new StringBuilder("taushet.hand-task-demand.v1\n");
        foreach (var party in new[] { task.Holder, task.Receiver })
        {
            text.Append(CultureInfo.InvariantCulture, $"{party.Organisation} {party.Unit} {MemberNumber.Of(party.Service)}\n");
        }

        text.Append(Convert.ToHexString(StoredForms.Cells(task.Cells))).Append('\n').Append(caseReference);
        return HMACSHA256.HashData(keys.Lookup, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
