using Microsoft.Data.Sqlite;
using Taushet.Core.Requests;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Sqlite.Index;

/// <summary>Puts lines into the index's tables, inside a transaction.</summary>
internal sealed class IndexWriting(IndexSession session, IndexTexts texts, DetailsBox box)
{
    private const string InsertLine = """
        INSERT INTO trail_line (
            number, log, place, entry, decided_at, kind, flow, request_id,
            receiver_organisation, receiver_unit, receiver_service, receiver_form,
            holder_organisation, holder_unit, holder_service, holder_form,
            purpose, bases, policy, law_day, given, caller, subject, details)
        VALUES (
            @number, @log, @place, @entry, @decided_at, @kind, @flow, @request_id,
            @receiver_organisation, @receiver_unit, @receiver_service, @receiver_form,
            @holder_organisation, @holder_unit, @holder_service, @holder_form,
            @purpose, @bases, @policy, @law_day, @given, @caller, @subject, @details)
        """;

    private const string InsertKey = "INSERT INTO trail_key (key, decided_at, number) VALUES (@key, @decided_at, @number)";

    private const string InsertText = "INSERT INTO trail_text (number, text) VALUES (@number, @text)";

    private const string UpsertReach = """
        INSERT INTO trail_reach (log, next, leaf_hash) VALUES (@log, @next, @leaf_hash)
        ON CONFLICT (log) DO UPDATE SET next = excluded.next, leaf_hash = excluded.leaf_hash
        """;

    private const string UpdateState = "UPDATE trail_state SET newest = @newest";

    public void Write(long newest, IReadOnlyList<IndexLine> lines)
    {
        var keys = new List<(IndexKey Key, long Time, long Number)>(lines.Count * 12);
        var number = newest;
        foreach (var line in lines)
        {
            number++;
            WriteLine(number, line);
            foreach (var key in line.Keys)
            {
                keys.Add((key, line.Row.Public.TimeMicros, number));
            }
        }

        WriteKeys(keys);
        foreach (var log in lines.GroupBy(line => line.Row.Log))
        {
            var last = log.Last();
            session.Of(UpsertReach, ("@log", SqliteType.Blob), ("@next", SqliteType.Integer), ("@leaf_hash", SqliteType.Blob))
                .Set(0, StoredForms.Id(log.Key)).Set(1, last.Row.Index + 1).Set(2, last.LeafHash).Execute();
        }

        session.Of(UpdateState, ("@newest", SqliteType.Integer)).Set(0, number).Execute();
    }

    // In the order of the tree, so that neighbours go into one page one after another.
    private void WriteKeys(List<(IndexKey Key, long Time, long Number)> keys)
    {
        keys.Sort(static (left, right) =>
            (left.Key.High, left.Key.Low, left.Time, left.Number).CompareTo((right.Key.High, right.Key.Low, right.Time, right.Number)));
        var insert = session.Placed(InsertKey);
        foreach (var (key, time, number) in keys)
        {
            insert.Bind(1, key).Bind(2, time).Bind(3, number).Execute();
        }
    }

    private void WriteLine(long number, IndexLine line)
    {
        var row = line.Row;
        var part = row.Public;

        // Texts that are new are written first: the line's statement is bound only when nothing else runs before it.
        var (policy, caller, details) = (NumberOf(part.PolicyHash), NumberOf(part.Caller), box.Seal(line.Details, NumberOf, row.Entry));
        var insert = session.Placed(InsertLine);
        insert.Bind(1, number).Bind(2, row.Log).Bind(3, row.Index).Bind(4, row.Entry);
        insert.Bind(5, part.TimeMicros).Bind(6, (int)part.Kind).Bind(7, (int)part.Flow).Bind(8, part.RequestId);
        BindParty(insert, 9, part.Receiver);
        BindParty(insert, 13, part.Holder);
        insert.BindOrNull(17, StoredForms.Member(part.Purpose)).Bind(18, StoredForms.Members(part.Bases));
        insert.Bind(19, policy).Bind(20, StoredForms.Day(part.LawDate)).Bind(21, StoredForms.Cells(part.Given));
        insert.Bind(22, caller).Bind(23, row.Subject).Bind(24, details);
        insert.Execute();
    }

    private static void BindParty(PlacedStatement insert, int first, PartyRef party) =>
        insert.Bind(first, party.Organisation).Bind(first + 1, party.Unit)
            .Bind(first + 2, (int)party.Service).BindOrNull(first + 3, StoredForms.Member(party.Form));

    private int NumberOf(string text)
    {
        if (texts.Find(text) is { } known)
        {
            return known;
        }

        var number = texts.Count + 1;
        session.Placed(InsertText).Bind(1, number).Bind(2, text).Execute();
        texts.Add(number, text);
        return number;
    }
}
