using System.Security.Cryptography;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Retention;

/// <summary>Wraps keys anew, in either store.</summary>
internal sealed class StoredWrapping(ISharedTables tables, StoreKeys keys) : IWrappingKeeper
{
    private const int Batch = 500;

    private const string Root = "root";

    private const string SelectRoot = "SELECT wrapped FROM store_secret WHERE name = 'root'";

    private const string UpdateRoot = "UPDATE store_secret SET wrapped = @wrapped WHERE name = 'root'";

    private const string InsertRoot = "INSERT INTO store_secret (name, wrapped) VALUES ('root', @wrapped)";

    // A key that was destroyed, or written anew, since it was read stays so.
    private const string UpdateEntryKey = """
        UPDATE entry_key SET wrapped = @wrapped
        WHERE subject = @subject AND holder = @holder AND service = @service AND calendar_year = @year AND wrapped = @old
        """;

    private const string UpdatePersonsKey = "UPDATE subject_key SET wrapped = @wrapped WHERE subject = @subject AND wrapped = @old";

    private static byte[] RootContext => System.Text.Encoding.ASCII.GetBytes($"taushet.secret.v1 {Root}");

    /// <summary>The root that the database keeps, wrapped; null while the wrapping key has never changed.</summary>
    public static byte[]? KeptRoot(ISharedChange change) =>
        change.Read(SelectRoot, new SqlValues(), row => row.GetFieldValue<byte[]>(0)).SingleOrDefault();

    /// <summary>The same, outside any transaction.</summary>
    public static async Task<byte[]?> KeptRootAsync(ISharedTables tables, CancellationToken cancellation) =>
        (await tables.ReadAsync(SelectRoot, new SqlValues(), row => row.GetFieldValue<byte[]>(0), cancellation).ConfigureAwait(false))
        .SingleOrDefault();

    /// <summary>Takes the root that the database keeps into the keys.</summary>
    /// <exception cref="InvalidOperationException">The wrapping key is another than the database's.</exception>
    public static void UseRoot(byte[]? wrapped, StoreKeys keys)
    {
        if (wrapped is not null)
        {
            keys.UseRoot(keys.Unwrap(wrapped, RootContext)
                ?? throw new InvalidOperationException("The wrapping key is not the one that the store's keys are wrapped by."));
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// INVARIANT: the root is wrapped by the new key before any other is, so that no key is ever lost: until the previous one is
    /// retired, both open all of them.
    /// </remarks>
    public async Task<RewrapCount> RewrapAsync(CancellationToken cancellation)
    {
        if (!keys.HasPrevious)
        {
            throw new InvalidOperationException("There is no previous wrapping key.");
        }

        await tables.WriteAsync(KeepRoot, cancellation).ConfigureAwait(false);
        var all = await tables.ReadAsync(SubjectKeyStatements.SelectAll, new SqlValues(), SubjectKeyStatements.Read, cancellation)
            .ConfigureAwait(false);
        var rewrapped = 0L;
        var unreadable = 0L;
        foreach (var some in all.Chunk(Batch))
        {
            var (done, lost) = await tables.WriteAsync(change => Rewrap(change, some), cancellation).ConfigureAwait(false);
            rewrapped += done;
            unreadable += lost;
        }

        return new RewrapCount(all.Count, rewrapped, unreadable);
    }

    private bool KeepRoot(ISharedChange change)
    {
        var values = new SqlValues().Bytes("@wrapped", keys.Wrap(keys.Root, RootContext), 128);
        return change.Execute(UpdateRoot, values) == 1 || change.Execute(InsertRoot, values) == 1;
    }

    private (long Done, long Lost) Rewrap(ISharedChange change, IReadOnlyCollection<WrappedKey> some)
    {
        var wrapping = keys.Wrapping;
        var (done, lost) = (0L, 0L);
        foreach (var (name, wrapped) in some)
        {
            if (AuthenticatedBox.Open(wrapping.Current, wrapped, name.Context) is not null)
            {
                continue;
            }

            if (wrapping.Open(wrapped, name.Context) is not { } key)
            {
                lost++;
                continue;
            }

            var values = EntryKeys.Values(name)
                .Bytes("@wrapped", AuthenticatedBox.Seal(wrapping.Current, key, name.Context), 128).Bytes("@old", wrapped, 128);
            done += change.Execute(name.IsPersons ? UpdatePersonsKey : UpdateEntryKey, values);
            CryptographicOperations.ZeroMemory(key);
        }

        return (done, lost);
    }
}
