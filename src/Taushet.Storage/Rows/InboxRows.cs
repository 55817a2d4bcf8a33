using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the inbox means. Every store selects the same columns in the same order.</summary>
internal static class InboxRows
{
    /// <summary>The columns of the table, in the order in which they are written and read.</summary>
    public const string Columns = """
        handle, receiver, holder, holder_unit, holder_service, waiting, asked_at, until_at, content, state, version, answered_at, answer,
        key_subject, key_year
        """;

    /// <summary>The columns, and the key of the child's entries.</summary>
    public const string Read = $"""
        {Columns}, (
            SELECT known.wrapped FROM entry_key AS known
            WHERE known.subject = pending_request.key_subject AND known.holder = pending_request.holder
                AND known.service = pending_request.holder_service AND known.calendar_year = pending_request.key_year)
        """;

    /// <summary>The row under the cursor, opened.</summary>
    /// <returns>Null when the key of its child's entries has been destroyed: then there is no such request.</returns>
    public static InboxRequest? Open(DbDataReader row, InboxSealer sealer, StoreKeys keys)
    {
        var handle = StoredForms.Id(row.GetFieldValue<byte[]>(0));
        var holder = row.GetString(2);
        var service = row.GetInt32(4);
        PersonKey? key = null;
        if (!row.IsDBNull(13))
        {
            var name = new KeyName(row.GetFieldValue<byte[]>(13), holder, service, row.GetInt32(14));
            key = row.IsDBNull(15) ? null : PersonKey.Unwrap(keys, name.Context, row.GetFieldValue<byte[]>(15));
            if (key is null)
            {
                return null;
            }
        }

        return new InboxRequest
        {
            Handle = handle,
            Receiver = row.GetString(1),
            Holder = holder,
            HolderUnit = row.GetString(3),
            HolderService = StoredForms.Member<Service>(service),
            Key = key,
            Waiting = row.GetBoolean(5),
            AskedAt = StoredForms.Time(row.GetInt64(6)),
            Until = StoredForms.Time(row.GetInt64(7)),
            Content = sealer.Open(row.GetFieldValue<byte[]>(8), holder, handle, InboxPart.Content, key),
            State = StoredForms.Member<InboxState>(row.GetInt32(9)),
            Version = row.GetInt32(10),
            ChangedAt = row.IsDBNull(11) ? null : StoredForms.Time(row.GetInt64(11)),
            Answer = row.IsDBNull(12)
                ? null
                : (ReadOnlyMemory<byte>?)sealer.Open(row.GetFieldValue<byte[]>(12), holder, handle, InboxPart.Answer, key),
        };
    }
}
