using System.Diagnostics;

namespace Taushet.Storage.Files;

/// <summary>Tells when a key file has been replaced. Looks once a second at most.</summary>
internal sealed class KeyFileWatch
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private readonly string path;
    private readonly Lock looking = new();
    private (DateTime Written, long Length) seen;
    private long lookedAt = Stopwatch.GetTimestamp();

    public KeyFileWatch(string path)
    {
        this.path = path;
        seen = Look();
    }

    /// <summary>Whether the file is another than when it was last looked at.</summary>
    public bool HasChanged()
    {
        lock (looking)
        {
            if (Stopwatch.GetElapsedTime(lookedAt) < Often)
            {
                return false;
            }

            lookedAt = Stopwatch.GetTimestamp();
            var now = Look();
            if (now == seen)
            {
                return false;
            }

            seen = now;
            return now.Length > 0;
        }
    }

    private (DateTime Written, long Length) Look()
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
