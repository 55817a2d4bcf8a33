using Taushet.Campaigns.Durability;
using Taushet.Campaigns.Kill;
using Taushet.Campaigns.Silence;

namespace Taushet.Campaigns;

/// <summary>The campaigns by name. Each prints what it saw and returns 0 only when everything it promises held.</summary>
internal static class Campaign
{
    private const string Usage = """
        campaigns: long tests of a real gateway process, outside `dotnet test`

          kill --cycles N        SIGKILL under load, N times: every answered release is in the log, and it starts again
          silence --count N      N interleaved requests of three kinds: no latency threshold tells two kinds apart
          durability             strace: every answer follows an fdatasync after its batch's last write;
                                 and the same check fails with synchronous=OFF

        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellation) => args switch
    {
        ["kill", "--cycles", var cycles] => KillCampaign.RunAsync(Count(cycles), cancellation),
        ["silence", "--count", var count] => SilenceCampaign.RunAsync(Count(count), cancellation),
        ["durability"] => DurabilityCampaign.RunAsync(cancellation),

        // Started by the durability campaign under the tracer: a gateway whose store does not sync.
        ["careless-gateway"] => CarelessGateway.RunAsync(cancellation),
        _ => TellUsageAsync(),
    };

    private static int Count(string text) =>
        int.TryParse(text, out var count) && count is > 0 and <= 1_000_000
            ? count
            : throw new ArgumentException("A count is a whole number from 1 to 1000000.");

    private static async Task<int> TellUsageAsync()
    {
        await Console.Error.WriteAsync(Usage);
        return 2;
    }
}
