using System.Data.Common;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the table of entries means. Every store selects the same columns in the same order.</summary>
internal static class EntryRows
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns = """
        log, place, entry, schema_number, decided_at, kind, flow, request_id,
        receiver_organisation, receiver_unit, receiver_service, receiver_form,
        holder_organisation, holder_unit, holder_service, holder_form,
        purpose, bases, policy_hash, law_day, given, caller, subject, holder_part, sealed_part,
        release_commitment, salt, leaf_hash
        """;

    /// <summary>Reads the row under the cursor.</summary>
    /// <exception cref="StoredValueException">It is of a schema this version does not know.</exception>
    public static EntryWithHash Read(DbDataReader row)
    {
        var schema = row.GetInt32(3);
        if (!EntryLeaf.Schemas.Contains(schema))
        {
            throw new StoredValueException("An entry is of a schema this version does not know.");
        }

        var entry = new EntryRow
        {
            Log = StoredForms.Id(row.GetFieldValue<byte[]>(0)),
            Index = row.GetInt64(1),
            Entry = StoredForms.Id(row.GetFieldValue<byte[]>(2)),
            Schema = schema,
            Public = ReadPublic(row),
            Subject = row.GetFieldValue<byte[]>(22),
            HolderPart = row.GetFieldValue<byte[]>(23),
            SealedPart = row.GetFieldValue<byte[]>(24),
            ReleaseCommitment = row.GetFieldValue<byte[]>(25),
            Salt = row.GetFieldValue<byte[]>(26),
        };
        return new EntryWithHash(entry, row.GetFieldValue<byte[]>(27));
    }

    private static PublicPart ReadPublic(DbDataReader row) => new()
    {
        TimeMicros = row.GetInt64(4),
        Kind = StoredForms.Member<EntryKind>(row.GetInt32(5)),
        Flow = StoredForms.Member<Flow>(row.GetInt32(6)),
        RequestId = StoredForms.Id(row.GetFieldValue<byte[]>(7)),
        Receiver = ReadParty(row, 8),
        Holder = ReadParty(row, 12),
        Purpose = ReadKnown<Purpose>(row, 16),
        Bases = StoredForms.Members<Basis>(row.GetInt64(17)),
        PolicyHash = row.GetString(18),
        LawDate = StoredForms.Date(row.GetInt32(19)),
        Given = StoredForms.Cells(row.GetFieldValue<byte[]>(20)),
        Caller = row.GetString(21),
    };

    private static PartyRef ReadParty(DbDataReader row, int first) => new(
        row.GetString(first),
        row.GetString(first + 1),
        StoredForms.Member<Service>(row.GetInt32(first + 2)),
        ReadKnown<ServiceForm>(row, first + 3));

    private static Known<T> ReadKnown<T>(DbDataReader row, int column)
        where T : struct, Enum =>
        row.IsDBNull(column) ? Known<T>.Unknown : StoredForms.Member<T>(row.GetInt32(column));
}
