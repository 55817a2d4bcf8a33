namespace Taushet.Storage.Ports;

/// <summary>Closes logs and begins new ones: for an operator, when a log has lost entries.</summary>
public interface ILogKeeper
{
    /// <summary>
    /// Closes the log of a gateway identity, which stays in the trail as it is and is written no more, and begins an empty one.
    /// </summary>
    /// <returns>The new log's id.</returns>
    Task<Guid> BeginNewLogAsync(string gateway, CancellationToken cancellation);
}
