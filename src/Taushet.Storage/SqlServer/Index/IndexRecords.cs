using System.Data;
using Microsoft.Data.SqlClient.Server;
using Taushet.Core.Requests;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.SqlServer.Index;

/// <summary>Lines, keys, texts and reaches of the index as rows of their table types.</summary>
internal static class IndexRecords
{
    /// <summary>The longest sealed details, in bytes.</summary>
    public const int LongestDetails = 8000;

    private static readonly SqlMetaData[] LineColumns =
    [
        new("number", SqlDbType.BigInt),
        new("log", SqlDbType.Binary, Limits.Id),
        new("place", SqlDbType.BigInt),
        new("entry", SqlDbType.Binary, Limits.Id),
        new("decided_at", SqlDbType.BigInt),
        new("kind", SqlDbType.Int),
        new("flow", SqlDbType.Int),
        new("request_id", SqlDbType.Binary, Limits.Id),
        new("receiver_organisation", SqlDbType.VarChar, Limits.Organisation),
        new("receiver_unit", SqlDbType.VarChar, Limits.Organisation),
        new("receiver_service", SqlDbType.Int),
        new("receiver_form", SqlDbType.Int),
        new("holder_organisation", SqlDbType.VarChar, Limits.Organisation),
        new("holder_unit", SqlDbType.VarChar, Limits.Organisation),
        new("holder_service", SqlDbType.Int),
        new("holder_form", SqlDbType.Int),
        new("purpose", SqlDbType.Int),
        new("bases", SqlDbType.BigInt),
        new("policy", SqlDbType.Int),
        new("law_day", SqlDbType.Int),
        new("given", SqlDbType.Binary, Limits.Cells),
        new("caller", SqlDbType.Int),
        new("subject", SqlDbType.Binary, Limits.Hash),
        new("details", SqlDbType.VarBinary, LongestDetails),
    ];

    private static readonly SqlMetaData[] KeyColumns =
    [
        new("found", SqlDbType.Binary, Limits.Id),
        new("decided_at", SqlDbType.BigInt),
        new("number", SqlDbType.BigInt),
    ];

    private static readonly SqlMetaData[] TextColumns =
    [
        new("number", SqlDbType.Int),
        new("text", SqlDbType.NVarChar, Limits.Caller),
    ];

    private static readonly SqlMetaData[] ReachColumns =
    [
        new("log", SqlDbType.Binary, Limits.Id),
        new("next", SqlDbType.BigInt),
        new("leaf_hash", SqlDbType.Binary, Limits.Hash),
    ];

    /// <summary>The lines. Each line's texts get their numbers as it is reached.</summary>
    public static IEnumerable<SqlDataRecord> Lines(long newest, IReadOnlyList<IndexLine> lines, Func<string, int> number, DetailsBox box)
    {
        var record = new SqlDataRecord(LineColumns);
        for (var i = 0; i < lines.Count; i++)
        {
            var row = lines[i].Row;
            var part = row.Public;
            record.SetInt64(0, newest + i + 1);
            record.SetValue(1, StoredForms.Id(row.Log));
            record.SetInt64(2, row.Index);
            record.SetValue(3, StoredForms.Id(row.Entry));
            record.SetInt64(4, part.TimeMicros);
            record.SetInt32(5, (int)part.Kind);
            record.SetInt32(6, (int)part.Flow);
            record.SetValue(7, StoredForms.Id(part.RequestId));
            WriteParty(record, 8, part.Receiver);
            WriteParty(record, 12, part.Holder);
            SetInt(record, 16, StoredForms.Member(part.Purpose));
            record.SetInt64(17, StoredForms.Members(part.Bases));
            record.SetInt32(18, number(part.PolicyHash));
            record.SetInt32(19, StoredForms.Day(part.LawDate));
            record.SetValue(20, StoredForms.Cells(part.Given));
            record.SetInt32(21, number(part.Caller));
            record.SetValue(22, StoredForms.Bytes(row.Subject));
            record.SetValue(23, box.Seal(lines[i].Details, number, row.Entry));
            yield return record;
        }
    }

    /// <summary>What the lines are found by.</summary>
    public static IEnumerable<SqlDataRecord> Keys(long newest, IReadOnlyList<IndexLine> lines)
    {
        var record = new SqlDataRecord(KeyColumns);
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var key in lines[i].Keys)
            {
                record.SetValue(0, key.ToBytes());
                record.SetInt64(1, lines[i].Row.Public.TimeMicros);
                record.SetInt64(2, newest + i + 1);
                yield return record;
            }
        }
    }

    /// <summary>Texts with their numbers; at least one.</summary>
    public static IEnumerable<SqlDataRecord> Texts(IEnumerable<(int Number, string Text)> texts)
    {
        var record = new SqlDataRecord(TextColumns);
        foreach (var (number, text) in texts)
        {
            record.SetInt32(0, number);
            record.SetString(1, text);
            yield return record;
        }
    }

    /// <summary>How far the index reaches after these lines.</summary>
    public static IEnumerable<SqlDataRecord> Reaches(IReadOnlyList<IndexLine> lines)
    {
        var record = new SqlDataRecord(ReachColumns);
        foreach (var log in lines.GroupBy(line => line.Row.Log))
        {
            var last = log.Last();
            record.SetValue(0, StoredForms.Id(log.Key));
            record.SetInt64(1, last.Row.Index + 1);
            record.SetValue(2, last.LeafHash);
            yield return record;
        }
    }

    private static void WriteParty(SqlDataRecord record, int first, PartyRef party)
    {
        record.SetString(first, party.Organisation);
        record.SetString(first + 1, party.Unit);
        record.SetInt32(first + 2, (int)party.Service);
        SetInt(record, first + 3, StoredForms.Member(party.Form));
    }

    private static void SetInt(SqlDataRecord record, int column, int? number)
    {
        if (number is { } value)
        {
            record.SetInt32(column, value);
        }
        else
        {
            record.SetDBNull(column);
        }
    }
}
