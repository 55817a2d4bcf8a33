using System.Diagnostics;
using Taushet.Core.Trail;
using Taushet.Storage.Log;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Trail.Index;

/// <summary>
/// Finds the key of an entry by its pseudonym in a log. Nothing in the store leads from one to the other, so that the keys of the
/// entry's holder, service and year are unwrapped once and kept; keys that came since are read when an entry asks for one, never
/// more than a small part of the time.
/// </summary>
internal sealed class SubjectDirectory(IIndexRows rows, StoreKeys keys)
{
    private const int Rest = 10;
    private readonly Dictionary<KeyName, PersonKey> byName = [];
    private readonly Dictionary<Guid, Dictionary<byte[], PersonKey>> byLog = [];
    private readonly HashSet<byte[]> gone = new(SubjectBytes.Equality);
    private long readAt;
    private TimeSpan took;

    /// <summary>Whether keys may be read again now.</summary>
    private bool IsDue => readAt == 0 || Stopwatch.GetElapsedTime(readAt) >= took * Rest;

    /// <summary>Sees to it that the keys of these entries of a log are here, or known to be gone.</summary>
    /// <returns>Whether they are; false when it is too early to read again.</returns>
    public async Task<bool> CoverAsync(Guid log, IReadOnlyCollection<EntryRow> entries, CancellationToken cancellation)
    {
        var unknown = entries.Where(entry => !IsKnown(log, entry)).ToList();
        if (unknown.Count == 0)
        {
            return true;
        }

        if (!IsDue)
        {
            return false;
        }

        await ReadAsync(log, unknown, cancellation).ConfigureAwait(false);
        gone.UnionWith(unknown.Where(entry => !IsKnown(log, entry)).Select(Pseudonym));
        return true;
    }

    /// <summary>The key, or null when there is none any more.</summary>
    public PersonKey? Find(EntryRow entry) => Of(entry.Log).TryGetValue(Pseudonym(entry), out var key) ? key : null;

    /// <summary>Forgets every key: some have been destroyed.</summary>
    public void Forget()
    {
        byName.Clear();
        byLog.Clear();
        gone.Clear();
    }

    private static byte[] Pseudonym(EntryRow entry) => StoredForms.Bytes(entry.Subject);

    private static KeySlice SliceOf(EntryRow entry) =>
        new(entry.Public.Holder.Organisation, (int)entry.Public.Holder.Service, entry.Public.LawDate.Year);

    private bool IsKnown(Guid log, EntryRow entry) => Of(log).ContainsKey(Pseudonym(entry)) || gone.Contains(Pseudonym(entry));

    private Dictionary<byte[], PersonKey> Of(Guid log)
    {
        if (!byLog.TryGetValue(log, out var found))
        {
            found = new Dictionary<byte[], PersonKey>(SubjectBytes.Equality);
            foreach (var key in byName.Values)
            {
                found[key.PseudonymIn(log)] = key;
            }

            byLog.Add(log, found);
        }

        return found;
    }

    // Older entries were sealed with the persons' own keys: those are read only when an entry is of no other.
    private async Task ReadAsync(Guid log, IReadOnlyCollection<EntryRow> unknown, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var slice in unknown.Select(SliceOf).Distinct())
        {
            Add(await rows.SliceAsync(slice, cancellation).ConfigureAwait(false));
        }

        if (unknown.Any(entry => !IsKnown(log, entry)))
        {
            Add(await rows.PersonsKeysAsync(cancellation).ConfigureAwait(false));
        }

        readAt = Stopwatch.GetTimestamp();
        took = Stopwatch.GetElapsedTime(start, readAt);
    }

    private void Add(IReadOnlyList<WrappedKey> stored)
    {
        foreach (var (name, wrapped) in stored)
        {
            if (!byName.ContainsKey(name) && PersonKey.Unwrap(keys, name.Context, wrapped) is { } key)
            {
                byName.Add(name, key);
                foreach (var (log, found) in byLog)
                {
                    found[key.PseudonymIn(log)] = key;
                }
            }
        }
    }
}
