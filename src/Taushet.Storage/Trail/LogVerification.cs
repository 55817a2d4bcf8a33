using Taushet.Core.Trail.Notes;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>
/// Recomputes a log from its columns upwards: every leaf, every checkpoint's root, every signature; and holds it against what is
/// known outside its database.
/// </summary>
public static class LogVerification
{
    /// <summary>
    /// Verifies one log as far as its head went when it was summed up: it may be written meanwhile. Reads it once, in pages, and
    /// holds no more of a long log than of a short one.
    /// </summary>
    /// <param name="reader">The logs.</param>
    /// <param name="log">The log.</param>
    /// <param name="keys">The public keys checkpoints were ever signed with.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static Task<LogReport> VerifyAsync(
        ILogReader reader,
        LogSummary log,
        IReadOnlyCollection<NoteKey> keys,
        CancellationToken cancellation) => VerifyAsync(reader, log, keys, LogEvidence.None, progress: null, cancellation);

    /// <summary>The same against what is known outside the database.</summary>
    /// <param name="reader">The logs.</param>
    /// <param name="log">The log.</param>
    /// <param name="keys">The public keys checkpoints were ever signed with.</param>
    /// <param name="evidence">What is known. It must have been collected before the log was summed up.</param>
    /// <param name="progress">Told now and then how many entries have been taken.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task<LogReport> VerifyAsync(
        ILogReader reader,
        LogSummary log,
        IReadOnlyCollection<NoteKey> keys,
        LogEvidence evidence,
        IProgress<long>? progress,
        CancellationToken cancellation)
    {
        using var check = new LogCheck(reader, log, keys, evidence);
        return await check.RunAsync(progress, cancellation).ConfigureAwait(false);
    }
}
