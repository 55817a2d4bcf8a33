using System.Data.Common;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Rows;

/// <summary>What a row of the inbox means. Every store selects the same columns in the same order.</summary>
internal static class InboxRows
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns = """
        handle, receiver, holder, holder_unit, holder_service, waiting, asked_at, until_at, content, state, version, answered_at, answer
        """;

    /// <summary>The row under the cursor, opened.</summary>
    public static InboxRequest Read(DbDataReader row, InboxSealer sealer)
    {
        var handle = StoredForms.Id(row.GetFieldValue<byte[]>(0));
        var holder = row.GetString(2);
        return new InboxRequest
        {
            Handle = handle,
            Receiver = row.GetString(1),
            Holder = holder,
            HolderUnit = row.GetString(3),
            HolderService = StoredForms.Member<Service>(row.GetInt32(4)),
            Waiting = row.GetBoolean(5),
            AskedAt = StoredForms.Time(row.GetInt64(6)),
            Until = StoredForms.Time(row.GetInt64(7)),
            Content = sealer.Open(row.GetFieldValue<byte[]>(8), holder, handle, InboxPart.Content),
            State = StoredForms.Member<InboxState>(row.GetInt32(9)),
            Version = row.GetInt32(10),
            ChangedAt = row.IsDBNull(11) ? null : StoredForms.Time(row.GetInt64(11)),
            Answer = row.IsDBNull(12)
                ? null
                : (ReadOnlyMemory<byte>?)sealer.Open(row.GetFieldValue<byte[]>(12), holder, handle, InboxPart.Answer),
        };
    }
}
