using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Log;

/// <summary>What an operator does about a log that has lost entries: it is closed as it is, and an empty one takes its place.</summary>
public static class LogResume
{
    /// <summary>
    /// Closes the gateway's log, begins a new one, and says so in the checkpoint file. A gateway that waits goes on by itself.
    /// The checkpoints of the closed log stay in the file: they are the evidence of what was lost.
    /// </summary>
    /// <returns>The new log's id.</returns>
    public static async Task<Guid> BeginNewLogAsync(ILogKeeper keeper, LogSettings settings, CancellationToken cancellation)
    {
        using var file = new CheckpointFile(settings.CheckpointFile);
        var log = await keeper.BeginNewLogAsync(settings.Gateway, cancellation).ConfigureAwait(false);
        file.Append(settings.Signer.Sign(log, 0, TreeHash.Empty));
        file.Flush();
        return log;
    }
}
