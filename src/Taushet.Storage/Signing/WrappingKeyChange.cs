using Taushet.Storage.Files;

namespace Taushet.Storage.Signing;

/// <summary>Changes the key that wraps the store's keys, in the file of a data folder.</summary>
public static class WrappingKeyChange
{
    /// <summary>Puts a new key in use; the one before still opens what it has wrapped.</summary>
    /// <exception cref="InvalidOperationException">There is a previous one already: it must be retired first.</exception>
    public static void Rotate(string folder) => StoreKeys.Rotate(PathIn(folder));

    /// <summary>Takes the previous key out of the file. What it alone has wrapped is lost: see that nothing is left.</summary>
    /// <exception cref="InvalidOperationException">There is no previous one.</exception>
    public static void Retire(string folder)
    {
        if (!StoreKeys.Load(PathIn(folder)).HasPrevious)
        {
            throw new InvalidOperationException("there is no wrapping key before the present one");
        }

        StoreKeys.Retire(PathIn(folder));
    }

    private static string PathIn(string folder) => Path.Combine(folder, DataFiles.StoreKeys);
}
