using System.Security.Cryptography;
using Taushet.Storage.Log;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The table of persons' keys.</summary>
internal static class PersonKeyTable
{
    // Writes one row alike whether the person had a key or not; a key that is there stays.
    private const string Upsert = """
        UPDATE subject_key SET stir = @stir WHERE subject = @subject;
        INSERT INTO subject_key (subject, wrapped, stir)
        SELECT @subject, @wrapped, @stir
        WHERE NOT EXISTS (SELECT 1 FROM subject_key WHERE subject = @subject);
        """;

    private const string Select = "SELECT wrapped FROM subject_key WHERE subject = @subject";

    private const string Rekey = """
        UPDATE subject_key SET subject = @current, wrapped = @wrapped
        WHERE subject = @former AND NOT EXISTS (SELECT 1 FROM subject_key AS own WHERE own.subject = @current)
        """;

    // Sent as varbinary: servers other than SQL Server take a parameter of binary(8) for a rowversion.
    /// <summary>The person's key; makes it when there is none.</summary>
    public static async Task<PersonKey> GetOrCreateAsync(RegisterWrite write, StoreKeys keys, byte[] subject)
    {
        var stored = await StoredAsync(write, subject);
        var key = PersonKey.StoredOrFresh(keys, subject, stored);
        await write.ExecuteAsync(
            Upsert,
            new TypedParameters()
                .Fixed("@subject", subject, Limits.Hash)
                .Bytes("@wrapped", key.Wrapped, Limits.Wrapped)
                .Bytes("@stir", RandomNumberGenerator.GetBytes(QueuedEntry.StirSize), QueuedEntry.StirSize));
        return key;
    }

    /// <summary>Gives the key of a former number to the current one, unless that has one already.</summary>
    public static async Task MoveAsync(RegisterWrite write, StoreKeys keys, byte[] former, byte[] current)
    {
        if (await StoredAsync(write, former) is { } stored && PersonKey.Unwrap(keys, former, stored) is { } key)
        {
            await write.ExecuteAsync(
                Rekey,
                new TypedParameters()
                    .Fixed("@former", former, Limits.Hash)
                    .Fixed("@current", current, Limits.Hash)
                    .Bytes("@wrapped", key.Rewrap(keys, current), Limits.Wrapped));
        }
    }

    private static Task<byte[]?> StoredAsync(RegisterWrite write, byte[] subject) =>
        write.ScalarAsync<byte[]>(Select, new TypedParameters().Fixed("@subject", subject, Limits.Hash));
}
