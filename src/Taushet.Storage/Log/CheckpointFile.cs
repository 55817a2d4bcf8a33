using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Taushet.Core.Trail.Notes;

namespace Taushet.Storage.Log;

/// <summary>
/// The checkpoints outside the database, one signed note after another with an empty line between. Appended after the commit
/// and before any answer, so that a database that has lost answered entries is found out before it is written again.
/// </summary>
/// <remarks>
/// Handed to the operating system each time, so that it outlives the process; brought to the disk when the log is idle, so that
/// a batch has one flush. After a power failure it may lie behind the database, never ahead of it.
/// </remarks>
internal sealed class CheckpointFile(string path) : IDisposable
{
    // A full file is put aside under a name of its own and never read again; what becomes of it is the operator's to say.
    private const long FullSize = 64 << 20;

    private const int TailSize = 16 << 10;
    private const string Blank = "\n\n";

    private SafeFileHandle file = Open(path);
    private bool dirty;

    /// <summary>The checkpoint that was written last, and the largest of its log when that is another; none when there is none.</summary>
    /// <remarks>
    /// A process that was stopped right after its commit, and has lost the log meanwhile, appends behind those of the process
    /// that took over: then the last is not the largest.
    /// </remarks>
    public IReadOnlyCollection<Checkpoint> Newest()
    {
        // A last line without its end is of a note that a crash broke off.
        var tail = Tail();
        var whole = tail[..(tail.LastIndexOf('\n') + 1)];
        var written = RecordedCheckpoint.In(whole.Split('\n')).Select(one => one.Checkpoint).Reverse().ToList();
        var ofOneLog = written.TakeWhile(one => string.Equals(one.Origin, written[0].Origin, StringComparison.Ordinal));
        return ofOneLog.MaxBy(one => one.Size) is { } largest ? new HashSet<Checkpoint> { written[0], largest } : [];
    }

    /// <summary>Opens the file again by its name: since it was opened, another may have put it aside, or an operator moved it.</summary>
    public void Reopen()
    {
        var opened = Open(path);
        Flush();
        file.Dispose();
        file = opened;
    }

    /// <summary>Appends a signed note.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Append(string note)
    {
        var length = RandomAccess.GetLength(file);
        if (length > FullSize)
        {
            PutAside();
            length = RandomAccess.GetLength(file);
        }

        // What a crash left of an unfinished note is ended, so that it does not spoil this one.
        var text = EndsWhole(length) ? note + "\n" : Blank + note + "\n";
        RandomAccess.Write(file, Encoding.UTF8.GetBytes(text), length);
        dirty = true;
    }

    /// <summary>Brings what was appended to the disk.</summary>
    public void Flush()
    {
        if (dirty)
        {
            RandomAccess.FlushToDisk(file);
            dirty = false;
        }
    }

    public void Dispose() => file.Dispose();

    // Others may open it: the process that waits for the lease reads it too.
    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    private bool EndsWhole(long length)
    {
        Span<byte> end = stackalloc byte[Blank.Length];
        return length == 0
            || (length >= end.Length && RandomAccess.Read(file, end, length - end.Length) == end.Length && end.SequenceEqual("\n\n"u8));
    }

    private string Tail()
    {
        var length = RandomAccess.GetLength(file);
        var tail = new byte[(int)Math.Min(TailSize, length)];
        var read = RandomAccess.Read(file, tail, length - tail.Length);
        return Encoding.UTF8.GetString(tail, 0, read);
    }

    private void PutAside()
    {
        RandomAccess.FlushToDisk(file);
        file.Dispose();
        for (var number = 1; ; number++)
        {
            var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
            if (!File.Exists(aside))
            {
                File.Move(path, aside);
                break;
            }
        }

        file = Open(path);
    }
}
