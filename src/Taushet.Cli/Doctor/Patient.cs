using Taushet.Storage.Ports;

namespace Taushet.Cli.Doctor;

/// <summary>The gateway that is looked at.</summary>
/// <param name="Folder">Its data folder.</param>
/// <param name="Variables">What it is told.</param>
/// <param name="CheckpointFile">Where a gateway's checkpoint file is.</param>
/// <param name="Policies">Its policy folder.</param>
/// <param name="Clock">This machine's clock.</param>
internal sealed record Patient(
    DataFolder Folder,
    GatewayVariables Variables,
    Func<string, string> CheckpointFile,
    string Policies,
    TimeProvider Clock)
{
    /// <summary>How many bytes are free where a folder is.</summary>
    public Func<string, long> RoomIn { get; init; } = DiskChecks.Free;

    /// <summary>The instant of the examination.</summary>
    public DateTimeOffset Now { get; } = Clock.GetUtcNow();

    /// <summary>The open logs with their newest checkpoints.</summary>
    public static async Task<IReadOnlyList<(LogSummary Log, StoredCheckpoint? Newest)>> OpenLogsAsync(ILogReader reader, CancellationToken cancellation)
    {
        var open = new List<(LogSummary, StoredCheckpoint?)>();
        foreach (var log in (await reader.LogsAsync(cancellation)).Where(log => log.ClosedAt is null))
        {
            open.Add((log, await reader.NewestCheckpointAsync(log.Log, cancellation)));
        }

        return open;
    }
}
