using Taushet.Campaigns.Disclosures;
using Taushet.Campaigns.Durability;
using Taushet.Campaigns.Faults;
using Taushet.Campaigns.Hosts;
using Taushet.Campaigns.Silence;

namespace Taushet.Campaigns;

/// <summary>The campaigns by name. Each prints what it saw and returns 0 only when everything it promises held.</summary>
internal static class Campaign
{
    private const int UsualCycles = 200;
    private const int UsualDisclosures = 10_000;

    private const string Usage = """
        campaigns: long tests of a real gateway process, outside `dotnet test`

          faults [--cycles N] [--only NAME]
                                 under load: SIGKILL N times (200), store gone, replaced, slow, read-only, disk full,
                                 connection cut in COMMIT, clock jump, two writers: no release without its entry, every
                                 receipt and log verifies, the gateway recovers by itself
          silence --count N      N interleaved requests of three kinds: no latency threshold tells two kinds apart
          disclosures [--count N] [--server]
                                 N disclosures (10000) from outboxes to a receiver: gateway and receiver killed at random,
                                 store away, receiver stalled, acknowledgements doubled and reordered: zero lost, zero
                                 doubled in effect, each child's in order. --server: on a database of its own on the
                                 SQL Server that TAUSHET_TEST_SQLSERVER names, away meaning cut off
          durability             strace: every answer follows an fdatasync after its batch's last write;
                                 and the same check fails with synchronous=OFF

        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellation) => args switch
    {
        ["faults"] => FaultsCampaign.RunAsync(UsualCycles, only: null, cancellation),
        ["faults", "--cycles", var cycles] => FaultsCampaign.RunAsync(Count(cycles), only: null, cancellation),
        ["faults", "--only", var name] => FaultsCampaign.RunAsync(UsualCycles, name, cancellation),
        ["faults", "--cycles", var cycles, "--only", var name] => FaultsCampaign.RunAsync(Count(cycles), name, cancellation),
        ["silence", "--count", var count] => SilenceCampaign.RunAsync(Count(count), cancellation),
        ["disclosures"] => DisclosuresCampaign.RunAsync(UsualDisclosures, onServer: false, cancellation),
        ["disclosures", "--server"] => DisclosuresCampaign.RunAsync(UsualDisclosures, onServer: true, cancellation),
        ["disclosures", "--count", var count] => DisclosuresCampaign.RunAsync(Count(count), onServer: false, cancellation),
        ["disclosures", "--count", var count, "--server"] => DisclosuresCampaign.RunAsync(Count(count), onServer: true, cancellation),
        ["durability"] => DurabilityCampaign.RunAsync(cancellation),

        // Started by the campaigns themselves, in the gateway's place.
        [CarelessGateway.Name] => CarelessGateway.RunAsync(cancellation),
        [ReceiverHost.Name, var folder] => ReceiverHost.RunAsync(folder, cancellation),
        [FaultyGateway.Name] => FaultyGateway.RunAsync(cancellation),
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
