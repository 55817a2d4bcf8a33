using Taushet.Storage.Log;

namespace Taushet.Cli.Trail;

/// <summary>What a log has lost, as a line for people.</summary>
internal static class LossLine
{
    /// <summary>Writes the line.</summary>
    public static string Of(LogInspection found) =>
        found is { Loss: LogLoss.OtherLog or LogLoss.FileAhead or LogLoss.FileDiffers, Outside.Checkpoint: var outside }
            ? $"{LogLossText.Of(found.Loss)}: the database has {Lines.Count(found.Log.Size, "entry")} of "
                + $"{LogInspection.OriginOf(found.Log)}, the file tells of {outside.Size} of {outside.Origin}"
            : LogLossText.Of(found.Loss);
}
