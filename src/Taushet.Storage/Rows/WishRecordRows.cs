using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Rows;

/// <summary>A subject's wishes with their whole history, put together from their rows. Every store selects the same columns.</summary>
internal sealed class WishRecordRows
{
    /// <summary>The columns of an event, in the order in which they are read: those that decisions read, then the rest.</summary>
    public const string EventColumns = """
        wish.id, wish.kind, wish.area, wish.cells, wish.purposes, wish.from_day, wish.to_day, wish.child_heard_day,
        wish_event.version, wish_event.event, wish_event.giver_capacity, wish_event.giver_lives, wish_event.giver_mark,
        wish.child_view, wish.form, wish.information_text_version, wish.replaces, wish.recorder,
        wish_event.happened_at, wish_event.recorded_by, wish_event.evidence_reference, wish_event.proof,
        wish_event.text_version, wish_event.complete_under
        """;

    private readonly WishRows wishes = new();
    private readonly Dictionary<Guid, Kept> kept = [];

    /// <summary>The wishes taken so far, by when they were first given.</summary>
    public ImmutableArray<WishRecord> Records =>
        [.. wishes.Wishes.Select(Record).OrderBy(record => record.Events[0].At).ThenBy(record => record.Id)];

    /// <summary>Takes the event under the cursor; a wish's events come in order.</summary>
    public void TakeEvent(DbDataReader row)
    {
        var wish = wishes.Take(row);
        if (!kept.TryGetValue(wish.Id, out var rest))
        {
            rest = new Kept(
                StoredForms.Member<ConsentForm>(row.GetInt32(14)),
                row.GetString(15),
                row.IsDBNull(16) ? null : StoredForms.Id(row.GetFieldValue<byte[]>(16)),
                row.GetString(17),
                []);
            kept.Add(wish.Id, rest);
        }

        rest.Events.Add(Event(row));
    }

    /// <summary>Takes the party under the cursor, after every event: wish, side, service, organisation.</summary>
    public void TakeParty(DbDataReader row) => wishes.TakeParty(row);

    private static WishRecordEvent Event(DbDataReader row) => new(
        StoredForms.Member<ConsentEventKind>(row.GetInt32(9)),
        row.IsDBNull(10) ? null : new ConsentGiver(StoredForms.Member<ConsentCapacity>(row.GetInt32(10)), row.GetBoolean(11)),
        StoredForms.Time(row.GetInt64(18)),
        row.GetString(19),
        row.IsDBNull(21) ? null : StoredForms.Member<ConsentProof>(row.GetInt32(21)),
        row.GetString(20),
        row.GetString(22),
        row.IsDBNull(23) ? null : row.GetString(23));

    private WishRecord Record(StoredWish wish)
    {
        var rest = kept[wish.Id];
        var terms = new WishTerms(
            wish.Area,
            wish.Holders,
            wish.Receivers,
            wish.Cells,
            wish.Purposes,
            wish.From,
            wish.To,
            rest.Form,
            rest.TextVersion,
            wish.ChildHeard)
        {
            ChildView = wish.ChildView,
            Replaces = rest.Replaces,
            Recorder = rest.Recorder,
        };
        return new WishRecord(wish.History)
        {
            Id = wish.Id,
            Kind = wish.Kind,
            Terms = terms,
            Events = [.. rest.Events],
        };
    }

    private sealed record Kept(ConsentForm Form, string TextVersion, Guid? Replaces, string Recorder, List<WishRecordEvent> Events);
}
