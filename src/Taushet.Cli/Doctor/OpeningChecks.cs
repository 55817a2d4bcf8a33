using System.Security.Cryptography;
using Taushet.Cli.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Doctor;

/// <summary>Whether the key file beside the store is the store's own: whether it opens what was written.</summary>
internal static class OpeningChecks
{
    private const string Check = "store keys and store";
    private const long Newest = 32;

    /// <summary>Looks at the newest entries of each log.</summary>
    public static async Task<Finding> LookAsync(ITrailReader trail, CancellationToken cancellation)
    {
        var looked = 0L;
        foreach (var log in (await trail.LogsAsync(cancellation)).Where(log => log.Size > 0))
        {
            for (var index = log.Size - 1; index >= Math.Max(0, log.Size - Newest); index--)
            {
                looked++;
                if (await OpensAsync(trail, log.Log, index, cancellation))
                {
                    return Finding.Ok(Check, "they open what was written");
                }
            }
        }

        return looked == 0
            ? Finding.Ok(Check, "there is no entry to open")
            : Finding.Bad(
                Check,
                $"they open none of the newest {Lines.Count(looked, "entry")}: they are another store's, or every key was destroyed since",
                "restore store.keys from its own backup, before a gateway writes with these");
    }

    private static async Task<bool> OpensAsync(ITrailReader trail, Guid log, long index, CancellationToken cancellation)
    {
        try
        {
            return (await trail.FindAsync(log, index, cancellation))?.Holder is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
