using System.Security.Cryptography;
using Taushet.Storage.Log;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Retention;

/// <summary>The keys of entries, one at a time, for what is sealed with them outside the log.</summary>
internal static class EntryKeys
{
    private const string SelectCurrent = "SELECT [current] FROM identifier_history WHERE former = @asked";

    private const string Named = "subject = @subject AND holder = @holder AND service = @service AND calendar_year = @year";

    private const string Select = $"SELECT wrapped FROM entry_key WHERE {Named}";

    // Writes one row alike whether the subject had a key or not; a key that is there stays.
    private const string Upsert = $"""
        UPDATE entry_key SET stir = @stir WHERE {Named};
        INSERT INTO entry_key (subject, holder, service, calendar_year, wrapped, stir)
        SELECT @subject, @holder, @service, @year, @wrapped, @stir
        WHERE NOT EXISTS (SELECT 1 FROM entry_key WHERE {Named});
        """;

    private const string Delete = $"DELETE FROM entry_key WHERE {Named}";

    private const string DeletePersons = "DELETE FROM subject_key WHERE subject = @subject";

    /// <summary>The subject by the number now in use.</summary>
    public static byte[] Current(ISharedChange change, byte[] asked) =>
        change.Read(SelectCurrent, new SqlValues().Hash("@asked", asked), row => row.GetFieldValue<byte[]>(0)).SingleOrDefault() ?? asked;

    /// <summary>The key; makes it when there is none.</summary>
    public static PersonKey GetOrCreate(ISharedChange change, StoreKeys keys, KeyName name)
    {
        var stored = change.Read(Select, Values(name), row => row.GetFieldValue<byte[]>(0)).SingleOrDefault();
        var key = PersonKey.StoredOrFresh(keys, name.Context, stored);
        change.Execute(
            Upsert,
            Values(name).Bytes("@wrapped", key.Wrapped, 128)
                .Bytes("@stir", RandomNumberGenerator.GetBytes(QueuedEntry.StirSize), QueuedEntry.StirSize));
        return key;
    }

    /// <summary>Destroys a key.</summary>
    public static void Destroy(ISharedChange change, KeyName name) =>
        change.Execute(
            name.IsPersons ? DeletePersons : Delete,
            name.IsPersons ? new SqlValues().Hash("@subject", name.Subject) : Values(name));

    /// <summary>The values that name a key.</summary>
    public static SqlValues Values(KeyName name) => new SqlValues()
        .Hash("@subject", name.Subject)
        .Code("@holder", name.Holder, 32)
        .Number("@service", name.Service)
        .Number("@year", name.Year);
}
