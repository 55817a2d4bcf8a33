namespace Taushet.Storage.Log;

/// <summary>Tells people what a log's check has found.</summary>
public static class LogLossText
{
    /// <summary>The finding in a few words, without any value.</summary>
    public static string Of(LogLoss loss) => loss switch
    {
        LogLoss.None => "the database has every entry that checkpoints were signed for",
        LogLoss.EntriesMissing => "the database lacks entries that its own head counts",
        LogLoss.OwnCheckpointDiffers => "the stored entries are not those of the database's own checkpoint",
        LogLoss.OtherLog => "the checkpoint file is of another log than the database",
        LogLoss.FileAhead => "the checkpoint file is ahead of the database",
        LogLoss.FileDiffers => "the checkpoint file tells of other entries than the database has",
    };
}
