using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Taushet.Storage.Files;

/// <summary>A file of secrets that its owner alone may read.</summary>
/// <remarks>
/// INVARIANT: the key file is never readable by group or others. It is made so, and <see cref="Read"/> refuses one that is
/// not so any more rather than repair it: someone may already have read it.
/// </remarks>
internal static partial class OwnerOnlyFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode AnyoneElse =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Makes the file with mode 0600, unless there is one.</summary>
    /// <remarks>
    /// Written aside and put into its place without overwriting: of two processes that start at once both read one whole file.
    /// A move without overwriting looks first and renames then, outside Windows, and so may overwrite: a second name does not.
    /// </remarks>
    public static void CreateOnce(string path, ReadOnlySpan<byte> content)
    {
        var aside = WriteAside(path, content);
        try
        {
            Name(aside, path);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Puts other content in the file's place, mode 0600: a reader sees the whole of the old file or of the new one.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content) =>
        File.Move(WriteAside(path, content), path, overwrite: true);

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">Others than its owner may read or write it.</exception>
    public static string Read(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyoneElse) == 0
            ? File.ReadAllText(path)
            : throw new InvalidDataException("others than the owner may read the key file");

    /// <summary>A new name beside a file, to write under before the file is moved into its place.</summary>
    public static string Aside(string path) => $"{path}.{RandomNumberGenerator.GetHexString(16)}";

    private static void Name(string aside, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Move(aside, path);
        }
        else if (Link(aside, path) != 0 && !File.Exists(path))
        {
            throw new IOException("The key file could not be put into its place.", Marshal.GetLastPInvokeError());
        }
    }

    // Windows itself refuses to overwrite.
    private static void Move(string aside, string path)
    {
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another was first.
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string from, string to);

    private static string WriteAside(string path, ReadOnlySpan<byte> content)
    {
        var aside = Aside(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        using var file = new FileStream(aside, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return aside;
    }
}
