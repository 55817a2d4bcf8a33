namespace Taushet.Storage.Log;

/// <summary>What each kind of store brings to the log's writer. Called by one thread at a time.</summary>
internal interface ILogBackend : IDisposable
{
    /// <summary>Opens the log of this gateway identity and reads its head; makes the log when there is none. Claims nothing.</summary>
    /// <exception cref="Exception">The store cannot be reached.</exception>
    ILogSession Open();

    /// <summary>Tells of a failure, without any value.</summary>
    void Report(string operation, Exception error);
}
