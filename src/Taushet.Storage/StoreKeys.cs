using System.Security.Cryptography;
using System.Text;
using Taushet.Storage.Files;
using Taushet.Storage.Sealing;

namespace Taushet.Storage;

/// <summary>The keys that are never in the database.</summary>
/// <remarks>
/// Losing the lookup key loses every register; losing the wrapping key loses every private part of the trail. The wrapping key can
/// be changed: what it wraps is wrapped anew, and over an overlap both the new and the previous key open.
/// </remarks>
public sealed class StoreKeys
{
    /// <summary>The length of each key in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] lookup;
    private readonly Func<StoreKeys?>? reread;
    private volatile WrappingKeys wrapping;
    private volatile byte[]? root;

    /// <summary>Makes the pair.</summary>
    /// <param name="lookup">Finds persons by number: 32 bytes.</param>
    /// <param name="wrapping">Wraps persons' keys: 32 bytes, not the lookup key.</param>
    /// <exception cref="ArgumentException">A key has another length, or they are the same.</exception>
    public StoreKeys(ReadOnlySpan<byte> lookup, ReadOnlySpan<byte> wrapping)
        : this(lookup, wrapping, previous: default, reread: null)
    {
    }

    private StoreKeys(ReadOnlySpan<byte> lookup, ReadOnlySpan<byte> wrapping, ReadOnlySpan<byte> previous, Func<StoreKeys?>? reread)
    {
        if (lookup.Length != Size || wrapping.Length != Size || lookup.SequenceEqual(wrapping)
            || previous.Length is not (0 or Size) || previous.SequenceEqual(wrapping))
        {
            throw new ArgumentException("The store needs different keys of 32 bytes.");
        }

        this.lookup = lookup.ToArray();
        this.wrapping = new WrappingKeys(wrapping.ToArray(), previous.IsEmpty ? null : previous.ToArray());
        this.reread = reread;
        Holders = new HolderKeys(this);
    }

    internal ReadOnlySpan<byte> Lookup => lookup;

    /// <summary>The keys of holders.</summary>
    internal HolderKeys Holders { get; }

    /// <summary>
    /// What the keys of organisations and of the index are derived from: the first wrapping key there was. Once the wrapping key has
    /// changed it is kept in the database, wrapped.
    /// </summary>
    internal ReadOnlySpan<byte> Root => root ?? wrapping.Oldest;

    /// <summary>Whether a previous key still opens as well.</summary>
    public bool HasPrevious => wrapping.Previous is not null;

    /// <summary>The wrapping key in use and the previous one: for whoever changes them.</summary>
    internal WrappingKeys Wrapping => wrapping;

    /// <summary>Takes the root that the database keeps.</summary>
    internal void UseRoot(byte[] kept)
    {
        root = kept;
        Holders.Forget();
    }

    /// <summary>Wraps a key, by the wrapping key in use.</summary>
    internal byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        Reread();
        return wrapping.Seal(key, context);
    }

    /// <summary>Unwraps a key, by the wrapping key in use or the previous one.</summary>
    /// <returns>Null when it was wrapped by another, or for something else.</returns>
    internal byte[]? Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> context)
    {
        var key = wrapping.Open(wrapped, context);
        return key is null && Reread() ? wrapping.Open(wrapped, context) : key;
    }

    // Another process may have changed the wrapping key: a running gateway takes the change up by itself.
    private bool Reread()
    {
        if (reread?.Invoke() is not { } now)
        {
            return false;
        }

        root ??= wrapping.Oldest;
        wrapping = now.wrapping;
        return true;
    }

    /// <summary>Reads the keys from their text form, as an environment variable or a secret store gives them.</summary>
    /// <param name="lookup">The lookup key, base64.</param>
    /// <param name="wrapping">The wrapping key, base64.</param>
    /// <exception cref="FormatException">A text is not base64. The message shows nothing of it.</exception>
    /// <exception cref="ArgumentException">A key has another length, or they are the same.</exception>
    public static StoreKeys Parse(string lookup, string wrapping)
    {
        try
        {
            return new StoreKeys(Convert.FromBase64String(lookup), Convert.FromBase64String(wrapping));
        }
        catch (FormatException error)
        {
            throw new FormatException("A key of the store is not base64.", error);
        }
    }

    /// <summary>
    /// Reads a key file: lookup key and wrapping key, and the previous wrapping key as long as it still opens; base64, one a line.
    /// What is read follows the file: a wrapping key that is put in use later is taken up.
    /// </summary>
    /// <exception cref="FormatException">The file has another form.</exception>
    public static StoreKeys Load(string path)
    {
        var watch = new KeyFileWatch(path);
        return Read(path, () => watch.HasChanged() ? Read(path, reread: null) : null);
    }

    /// <summary>Puts a new wrapping key into the file; the one before stays beside it as the previous one.</summary>
    /// <exception cref="InvalidOperationException">There is a previous one already.</exception>
    internal static StoreKeys Rotate(string path)
    {
        var now = Load(path);
        if (now.HasPrevious)
        {
            throw new InvalidOperationException("there is a previous wrapping key already");
        }

        Write(path, now.lookup, RandomNumberGenerator.GetBytes(Size), now.wrapping.Current);
        return Load(path);
    }

    /// <summary>Takes the previous wrapping key out of the file.</summary>
    internal static void Retire(string path)
    {
        var now = Load(path);
        Write(path, now.lookup, now.wrapping.Current, previous: null);
    }

    private static StoreKeys Read(string path, Func<StoreKeys?>? reread)
    {
        var lines = File.ReadAllLines(path);
        try
        {
            return lines.Length is 2 or 3
                ? new StoreKeys(
                    Convert.FromBase64String(lines[0]),
                    Convert.FromBase64String(lines[1]),
                    lines.Length == 3 ? Convert.FromBase64String(lines[2]) : default,
                    reread)
                : throw new FormatException("A key file has two lines, or three while a previous wrapping key still opens.");
        }
        catch (ArgumentException error)
        {
            throw new FormatException("A key file holds different keys of 32 bytes.", error);
        }
    }

    private static void Write(string path, byte[] lookup, byte[] current, byte[]? previous)
    {
        var text = $"{Convert.ToBase64String(lookup)}\n{Convert.ToBase64String(current)}\n";
        OwnerOnlyFile.Replace(path, Encoding.ASCII.GetBytes(previous is null ? text : $"{text}{Convert.ToBase64String(previous)}\n"));
    }

    /// <summary>Reads a key file, and makes it with fresh keys when there is none. For development only.</summary>
    /// <remarks>On Unix the file is made readable to its owner alone.</remarks>
    public static StoreKeys LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Load(path);
    }

    /// <summary>Keys that open and find nothing, for who only verifies.</summary>
    internal static StoreKeys OfNobody() => new(RandomNumberGenerator.GetBytes(Size), RandomNumberGenerator.GetBytes(Size));

    private static void Create(string path)
    {
        OwnerOnlyFile.CreateOnce(path, Encoding.ASCII.GetBytes($"{NewKey()}\n{NewKey()}\n"));

        static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size));
    }
}
