using System.Diagnostics;
using Taushet.Storage.Log;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Trail.Index;

/// <summary>
/// Finds the key of a subject by its pseudonym in a log. Nothing in the store leads from one to the other, so that every key is
/// unwrapped once and kept; keys that came since are read when an entry asks for one, never more than a small part of the time.
/// </summary>
internal sealed class SubjectDirectory(IIndexRows rows, StoreKeys keys)
{
    private const int Rest = 10;
    private readonly Dictionary<byte[], PersonKey> bySubject = new(SubjectBytes.Equality);
    private readonly Dictionary<Guid, Dictionary<byte[], PersonKey>> byLog = [];
    private readonly HashSet<byte[]> gone = new(SubjectBytes.Equality);
    private long readAt;
    private TimeSpan took;

    /// <summary>Whether keys may be read again now.</summary>
    private bool IsDue => readAt == 0 || Stopwatch.GetElapsedTime(readAt) >= took * Rest;

    /// <summary>Sees to it that the keys of these pseudonyms are here, or known to be gone.</summary>
    /// <returns>Whether they are; false when it is too early to read again.</returns>
    public async Task<bool> CoverAsync(Guid log, IReadOnlyCollection<byte[]> pseudonyms, CancellationToken cancellation)
    {
        if (pseudonyms.All(pseudonym => IsKnown(log, pseudonym)))
        {
            return true;
        }

        if (!IsDue)
        {
            return false;
        }

        await ReadAsync(cancellation).ConfigureAwait(false);
        gone.UnionWith(pseudonyms.Where(pseudonym => !Of(log).ContainsKey(pseudonym)));
        return true;
    }

    /// <summary>The key, or null when there is none any more.</summary>
    public PersonKey? Find(Guid log, byte[] pseudonym) => Of(log).TryGetValue(pseudonym, out var key) ? key : null;

    private bool IsKnown(Guid log, byte[] pseudonym) => Of(log).ContainsKey(pseudonym) || gone.Contains(pseudonym);

    private Dictionary<byte[], PersonKey> Of(Guid log)
    {
        if (!byLog.TryGetValue(log, out var found))
        {
            found = new Dictionary<byte[], PersonKey>(SubjectBytes.Equality);
            foreach (var key in bySubject.Values)
            {
                found[key.PseudonymIn(log)] = key;
            }

            byLog.Add(log, found);
        }

        return found;
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var (subject, wrapped) in await rows.KeysAsync(cancellation).ConfigureAwait(false))
        {
            if (!bySubject.ContainsKey(subject) && PersonKey.Unwrap(keys, subject, wrapped) is { } key)
            {
                bySubject.Add(subject, key);
                foreach (var (log, found) in byLog)
                {
                    found[key.PseudonymIn(log)] = key;
                }
            }
        }

        readAt = Stopwatch.GetTimestamp();
        took = Stopwatch.GetElapsedTime(start, readAt);
    }
}
