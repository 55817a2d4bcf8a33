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
        var insert = session.Of(InsertKey, ("@key", SqliteType.Blob), ("@decided_at", SqliteType.Integer), ("@number", SqliteType.Integer));
        foreach (var (key, time, number) in keys)
        {
            insert.Set(0, key.ToBytes()).Set(1, time).Set(2, number).Execute();
        }
    }

    private void WriteLine(long number, IndexLine line)
    {
        var row = line.Row;
        var part = row.Public;
        var insert = Line();
        insert.Set(0, number).Set(1, StoredForms.Id(row.Log)).Set(2, row.Index).Set(3, StoredForms.Id(row.Entry));
        insert.Set(4, part.TimeMicros).Set(5, (int)part.Kind).Set(6, (int)part.Flow).Set(7, StoredForms.Id(part.RequestId));
        WriteParty(insert, 8, part.Receiver);
        WriteParty(insert, 12, part.Holder);
        insert.Set(16, StoredForms.Member(part.Purpose)).Set(17, StoredForms.Members(part.Bases));
        insert.Set(18, NumberOf(part.PolicyHash)).Set(19, StoredForms.Day(part.LawDate));
        insert.Set(20, StoredForms.Cells(part.Given)).Set(21, NumberOf(part.Caller));
        insert.Set(22, StoredForms.Bytes(row.Subject)).Set(23, box.Seal(line.Details, NumberOf, row.Entry));
        insert.Execute();
    }

    private static void WriteParty(PreparedStatement insert, int first, PartyRef party) =>
        insert.Set(first, party.Organisation).Set(first + 1, party.Unit)
            .Set(first + 2, (int)party.Service).Set(first + 3, StoredForms.Member(party.Form));

    private int NumberOf(string text)
    {
        if (texts.Find(text) is { } known)
        {
            return known;
        }

        var number = texts.Count + 1;
        session.Of(InsertText, ("@number", SqliteType.Integer), ("@text", SqliteType.Text)).Set(0, number).Set(1, text).Execute();
        texts.Add(number, text);
        return number;
    }

    private PreparedStatement Line() => session.Of(
        InsertLine,
        ("@number", SqliteType.Integer),
        ("@log", SqliteType.Blob),
        ("@place", SqliteType.Integer),
        ("@entry", SqliteType.Blob),
        ("@decided_at", SqliteType.Integer),
        ("@kind", SqliteType.Integer),
        ("@flow", SqliteType.Integer),
        ("@request_id", SqliteType.Blob),
        ("@receiver_organisation", SqliteType.Text),
        ("@receiver_unit", SqliteType.Text),
        ("@receiver_service", SqliteType.Integer),
        ("@receiver_form", SqliteType.Integer),
        ("@holder_organisation", SqliteType.Text),
        ("@holder_unit", SqliteType.Text),
        ("@holder_service", SqliteType.Integer),
        ("@holder_form", SqliteType.Integer),
        ("@purpose", SqliteType.Integer),
        ("@bases", SqliteType.Integer),
        ("@policy", SqliteType.Integer),
        ("@law_day", SqliteType.Integer),
        ("@given", SqliteType.Blob),
        ("@caller", SqliteType.Integer),
        ("@subject", SqliteType.Blob),
        ("@details", SqliteType.Blob));
}
