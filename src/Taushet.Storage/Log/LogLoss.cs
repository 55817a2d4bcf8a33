namespace Taushet.Storage.Log;

/// <summary>What a log's check against its checkpoints finds: the first that was met, in this order.</summary>
public enum LogLoss
{
    /// <summary>Nothing: every checkpoint that was looked at follows from the stored entries.</summary>
    None,

    /// <summary>The database lacks entries that its head counts.</summary>
    EntriesMissing,

    /// <summary>The stored entries are not those of the database's own newest checkpoint.</summary>
    OwnCheckpointDiffers,

    /// <summary>The newest checkpoint outside the database is of another log: one that the database has lost, or has not begun.</summary>
    OtherLog,

    /// <summary>The newest checkpoint outside the database covers more entries than the database has.</summary>
    FileAhead,

    /// <summary>A checkpoint outside the database covers other entries than the database has in their place.</summary>
    FileDiffers,
}
