using System.Data;
using Microsoft.Data.SqlClient.Server;
using Taushet.Core.Requests;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>A batch's entries as rows of the table type <c>keyed_entry_rows</c>, streamed from one record.</summary>
internal static class EntryRecords
{
    /// <summary>The table type.</summary>
    public const string Type = "keyed_entry_rows";

    private static readonly SqlMetaData[] Columns =
    [
        new("ordinal", SqlDbType.Int),
        new("asked", SqlDbType.Binary, Limits.Hash),
        new("key_subject", SqlDbType.Binary, Limits.Hash),
        new("wrapped", SqlDbType.VarBinary, Limits.Wrapped),
        new("stir", SqlDbType.Binary, QueuedEntry.StirSize),
        new("writes_key", SqlDbType.Bit),
        new("counted_holder", SqlDbType.VarChar, Limits.Organisation),
        new("relied_subject", SqlDbType.BigInt),
        new("relied_holder", SqlDbType.BigInt),
        new("place", SqlDbType.BigInt),
        new("entry", SqlDbType.Binary, Limits.Id),
        new("schema_number", SqlDbType.Int),
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
        new("policy_hash", SqlDbType.VarChar, Limits.Hex),
        new("law_day", SqlDbType.Int),
        new("given", SqlDbType.Binary, Limits.Cells),
        new("caller", SqlDbType.NVarChar, Limits.Caller),
        new("subject", SqlDbType.Binary, Limits.Hash),
        new("holder_part", SqlDbType.VarBinary, SqlMetaData.Max),
        new("sealed_part", SqlDbType.VarBinary, SqlMetaData.Max),
        new("release_commitment", SqlDbType.Binary, Limits.Hash),
        new("salt", SqlDbType.Binary, Limits.Id),
        new("leaf_hash", SqlDbType.Binary, Limits.Hash),
        new("key_year", SqlDbType.Int),
        new("key_stored", SqlDbType.Bit),
    ];

    /// <summary>The rows, in the batch's order.</summary>
    public static IEnumerable<SqlDataRecord> Of(LogBatch batch)
    {
        var record = new SqlDataRecord(Columns);
        var seen = new HashSet<KeyName>();
        for (var ordinal = 0; ordinal < batch.Entries.Count; ordinal++)
        {
            var placed = batch.Entries[ordinal];
            WriteCheck(record, ordinal, placed.Entry, first: seen.Add(placed.Entry.Key));
            WritePublic(record, placed);
            WriteSealed(record, placed);
            yield return record;
        }
    }

    // What is compared before anything is stored, and the subject's key, once for each key.
    private static void WriteCheck(SqlDataRecord record, int ordinal, QueuedEntry entry, bool first)
    {
        var relies = entry.Versions != FactVersions.NotRead;
        record.SetInt32(0, ordinal);
        record.SetValue(1, entry.Asked);
        record.SetValue(2, entry.Subject);
        record.SetValue(3, entry.Wrapped);
        record.SetValue(4, entry.Stir);
        record.SetBoolean(5, first);
        record.SetString(6, entry.Holder);
        SetLong(record, 7, relies ? entry.Versions.Subject : null);
        SetLong(record, 8, relies ? entry.Versions.Holder : null);
        record.SetInt32(36, entry.Key.Year);
        record.SetBoolean(37, entry.KeyWasStored);
    }

    private static void WritePublic(SqlDataRecord record, PlacedEntry placed)
    {
        var part = placed.Entry.Row.Public;
        record.SetInt64(9, placed.Index);
        record.SetValue(10, StoredForms.Id(placed.Entry.Row.Entry));
        record.SetInt32(11, placed.Entry.Row.Schema);
        record.SetInt64(12, part.TimeMicros);
        record.SetInt32(13, (int)part.Kind);
        record.SetInt32(14, (int)part.Flow);
        record.SetValue(15, StoredForms.Id(part.RequestId));
        WriteParty(record, 16, part.Receiver);
        WriteParty(record, 20, part.Holder);
        SetInt(record, 24, StoredForms.Member(part.Purpose));
        record.SetInt64(25, StoredForms.Members(part.Bases));
        record.SetString(26, part.PolicyHash);
        record.SetInt32(27, StoredForms.Day(part.LawDate));
        record.SetValue(28, StoredForms.Cells(part.Given));
        record.SetString(29, part.Caller);
    }

    private static void WriteParty(SqlDataRecord record, int first, PartyRef party)
    {
        record.SetString(first, party.Organisation);
        record.SetString(first + 1, party.Unit);
        record.SetInt32(first + 2, (int)party.Service);
        SetInt(record, first + 3, StoredForms.Member(party.Form));
    }

    private static void WriteSealed(SqlDataRecord record, PlacedEntry placed)
    {
        var row = placed.Entry.Row;
        record.SetValue(30, StoredForms.Bytes(row.Subject));
        record.SetValue(31, StoredForms.Bytes(row.HolderPart));
        record.SetValue(32, StoredForms.Bytes(row.SealedPart));
        record.SetValue(33, StoredForms.Bytes(row.ReleaseCommitment));
        record.SetValue(34, StoredForms.Bytes(row.Salt));
        record.SetValue(35, placed.LeafHash);
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

    private static void SetLong(SqlDataRecord record, int column, long? number)
    {
        if (number is { } value)
        {
            record.SetInt64(column, value);
        }
        else
        {
            record.SetDBNull(column);
        }
    }
}
