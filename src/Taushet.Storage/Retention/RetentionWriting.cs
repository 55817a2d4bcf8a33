using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Retention;

/// <summary>Writes a change of what is kept, inside the transaction of the entry that tells of it.</summary>
internal static class RetentionWriting
{
    private const string SelectLogs = "SELECT log FROM log_head";

    private const string CountStanding = "SELECT count(*) FROM legal_hold WHERE id = @id AND lifted_at IS NULL";

    private const string InsertPseudonym = "INSERT INTO destroyed_pseudonym (pseudonym, destruction) VALUES (@pseudonym, @destruction)";

    /// <summary>Whether a change can still be made.</summary>
    public static bool StillHolds(ISharedChange change, RegisterChange? register) => register switch
    {
        RegisterChange.OfHoldLifted lifted => Count(change, CountStanding, lifted.Hold) == 1,
        RegisterChange.OfDestruction destruction => FindOrder(change, destruction.Order) is not null,
        _ => true,
    };

    /// <summary>Makes a change of these kinds; others are left to who knows them.</summary>
    public static void Write(ISharedChange change, StoreKeys keys, RegisterChange? register)
    {
        switch (register)
        {
            case RegisterChange.OfHold placed:
                change.Execute(RetentionRows.InsertHold, RetentionRows.Values(placed.Hold, keys));
                break;
            case RegisterChange.OfHoldLifted lifted:
                change.Execute(
                    RetentionRows.LiftHold,
                    new SqlValues().Id("@id", lifted.Hold).Text("@by", lifted.Lifting.By, 256)
                        .Long("@at", StoredForms.Micros(lifted.Lifting.At)).Text("@why", lifted.Lifting.Why, 512));
                break;
            case RegisterChange.OfDestructionOrder ordered:
                change.Execute(RetentionRows.InsertOrder, RetentionRows.Values(ordered.Order, keys));
                break;
            case RegisterChange.OfDestruction destruction:
                Destroy(change, keys, destruction);
                break;
        }
    }

    // INVARIANT: a key under a legal hold is not destroyed.
    // INVARIANT: a key that seals what is still owed is not destroyed.
    // Holds and what is owed are read in the transaction that destroys.
    private static void Destroy(ISharedChange change, StoreKeys keys, RegisterChange.OfDestruction destruction)
    {
        var order = FindOrder(change, destruction.Order) ?? throw new InvalidOperationException("There is no such order.");
        var number = 1 + change.Read(DestructionStatements.SelectNewest, new SqlValues(), row => row.GetInt64(0)).Single();
        var values = () => ScopeStatements.Values(order.Scope, keys, destruction.At);
        var held = change.Read(ScopeStatements.CountHeld(order.Scope), values(), Whole).Single();
        var owed = change.Read(ScopeStatements.CountOwed(order.Scope), values(), Whole).Single();
        var free = change.Read(
            ScopeStatements.SelectFree(order.Scope),
            values().Number("@count", destruction.Most),
            SubjectKeyStatements.Read);
        change.Execute(
            RetentionRows.InsertDestruction,
            new SqlValues().Long("@number", number).Id("@ordered", order.Id).Text("@basis", order.Basis, 256)
                .Number("@keys", free.Count).Number("@held", (int)held).Number("@owed", (int)owed).Text("@by", destruction.ConfirmedBy, 256)
                .Long("@at", StoredForms.Micros(destruction.At)));
        var logs = change.Read(SelectLogs, new SqlValues(), row => StoredForms.Id(row.GetFieldValue<byte[]>(0)));
        foreach (var key in free)
        {
            Destroy(change, keys, key, logs, number);
        }
    }

    private static void Destroy(ISharedChange change, StoreKeys keys, WrappedKey stored, List<Guid> logs, long destruction)
    {
        // A key that cannot be unwrapped, or that is a name alone, links nothing any more: it only goes.
        if (PersonKey.Unwrap(keys, stored.Name.Context, stored.Wrapped) is { } key)
        {
            foreach (var log in logs)
            {
                change.Execute(
                    InsertPseudonym, new SqlValues().Hash("@pseudonym", key.PseudonymIn(log)).Long("@destruction", destruction));
            }
        }

        EntryKeys.Destroy(change, stored.Name);
        if (stored.Name.IsPersons)
        {
            change.Execute(OwedStatements.DestroyOlder, OwedStatements.Nothing(new SqlValues().Hash("@subject", stored.Name.Subject)));
        }
        else
        {
            change.Execute(OwedStatements.DestroyNamed, OwedStatements.Nothing(EntryKeys.Values(stored.Name)));
        }
    }

    private static DestructionOrder? FindOrder(ISharedChange change, Guid id) =>
        change.Read(RetentionRows.SelectOrder, new SqlValues().Id("@id", id), RetentionRows.ReadOrder).SingleOrDefault();

    private static long Count(ISharedChange change, string sql, Guid id) => change.Read(sql, new SqlValues().Id("@id", id), Whole).Single();

    // A count is a bigint in one store and an int in the other.
    private static long Whole(System.Data.Common.DbDataReader row) =>
        Convert.ToInt64(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture);
}
