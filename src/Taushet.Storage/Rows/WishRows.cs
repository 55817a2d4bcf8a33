using System.Data.Common;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Rows;

/// <summary>A subject's wishes, put together from their rows. Every store selects the same columns in the same order.</summary>
internal sealed class WishRows
{
    private const int HolderSide = 1;

    private readonly Dictionary<Guid, StoredWish> wishes = [];

    /// <summary>The wishes taken so far.</summary>
    public IReadOnlyCollection<StoredWish> Wishes => wishes.Values;

    /// <summary>
    /// Takes the event under the cursor, a wish's events in order: id, kind, area, cells, purposes, first and last day, day when
    /// the child was heard, version, event, giver's capacity, whether the giver lives with the child, giver's mark, child's view.
    /// </summary>
    public void TakeEvent(DbDataReader row) => Take(row);

    /// <summary>The same, and tells whose event it was.</summary>
    public StoredWish Take(DbDataReader row)
    {
        var id = StoredForms.Id(row.GetFieldValue<byte[]>(0));
        if (!wishes.TryGetValue(id, out var wish))
        {
            wish = Terms(row, id);
            wishes.Add(id, wish);
        }

        wish.Version = row.GetInt32(8);
        var happened = StoredForms.Member<ConsentEventKind>(row.GetInt32(9));
        if (row.IsDBNull(10))
        {
            wish.History.Take(happened, default, giver: null);
            return wish;
        }

        var giver = new ConsentGiver(StoredForms.Member<ConsentCapacity>(row.GetInt32(10)), row.GetBoolean(11));
        var mark = row.IsDBNull(12) ? string.Empty : Convert.ToHexString(row.GetFieldValue<byte[]>(12));
        wish.History.Take(happened, new WishGiver(giver.Capacity, mark), giver);
        return wish;
    }

    /// <summary>Takes the party under the cursor, in order, after every event: wish, side, service, organisation.</summary>
    public void TakeParty(DbDataReader row)
    {
        // A wish that came after its events were read: a store that reads without a snapshot finds its counter raised.
        if (!wishes.TryGetValue(StoredForms.Id(row.GetFieldValue<byte[]>(0)), out var wish))
        {
            return;
        }

        var party = new ConsentParty(StoredForms.Member<Service>(row.GetInt32(2)), row.GetString(3));
        if (row.GetInt32(1) == HolderSide)
        {
            wish.NameHolder(party);
        }
        else
        {
            wish.NameReceiver(party);
        }
    }

    private static StoredWish Terms(DbDataReader row, Guid id) =>
        new(id, StoredForms.Member<WishKind>(row.GetInt32(1)))
        {
            Area = StoredForms.Member<ConsentArea>(row.GetInt32(2)),
            Cells = StoredForms.Cells(row.GetFieldValue<byte[]>(3)),
            Purposes = StoredForms.Members<Purpose>(row.GetInt64(4)),
            From = StoredForms.Date(row.GetInt32(5)),
            To = StoredForms.Date(row.GetInt32(6)),
            ChildHeard = row.IsDBNull(7) ? null : StoredForms.Date(row.GetInt32(7)),
            ChildView = row.IsDBNull(13) ? null : StoredForms.Member<ChildView>(row.GetInt32(13)),
        };
}
