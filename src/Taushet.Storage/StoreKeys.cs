using System.Security.Cryptography;
using System.Text;
using Taushet.Storage.Files;

namespace Taushet.Storage;

/// <summary>The keys that are never in the database.</summary>
/// <remarks>Losing the lookup key loses every register; losing the wrapping key loses every private part of the trail.</remarks>
public sealed class StoreKeys
{
    /// <summary>The length of each key in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] lookup;
    private readonly byte[] wrapping;

    /// <summary>Makes the pair.</summary>
    /// <param name="lookup">Finds persons by number: 32 bytes.</param>
    /// <param name="wrapping">Wraps persons' keys: 32 bytes, not the lookup key.</param>
    /// <exception cref="ArgumentException">A key has another length, or they are the same.</exception>
    public StoreKeys(ReadOnlySpan<byte> lookup, ReadOnlySpan<byte> wrapping)
    {
        if (lookup.Length != Size || wrapping.Length != Size || lookup.SequenceEqual(wrapping))
        {
            throw new ArgumentException("The store needs two different keys of 32 bytes.");
        }

        this.lookup = lookup.ToArray();
        this.wrapping = wrapping.ToArray();
    }

    internal ReadOnlySpan<byte> Lookup => lookup;

    internal ReadOnlySpan<byte> Wrapping => wrapping;

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

    /// <summary>Reads a key file: two lines, lookup key and wrapping key, base64.</summary>
    /// <exception cref="FormatException">The file has another form.</exception>
    public static StoreKeys Load(string path)
    {
        var lines = File.ReadAllLines(path);
        return lines.Length == 2 ? Parse(lines[0], lines[1]) : throw new FormatException("A key file has two lines.");
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
