using Taushet.Storage.Ports;

namespace Taushet.Gateway.Tests.Support;

/// <summary>Waits for the index to reach what has been committed.</summary>
internal static class Indexed
{
    public static async Task<IndexState> WaitAsync(ITrailIndex index, long atLeast = 1)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var state = await index.StateAsync(default);
            if (state.Behind == 0 && state.Newest >= atLeast)
            {
                return state;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The index did not reach the logs' ends.");
    }
}
