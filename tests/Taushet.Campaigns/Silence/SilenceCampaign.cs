using System.Diagnostics;
using Google.Protobuf;
using Taushet.Campaigns.Harness;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Campaigns.Silence;

/// <summary>
/// Silence has one shape: of interleaved requests on unknown numbers (each seen for the first time), known children without
/// basis and shielded children, neither bytes nor latency tell two kinds apart, and no source is called.
/// </summary>
internal static class SilenceCampaign
{
    private const double Limit = 0.55;
    private const int WarmUp = 600;
    private static readonly string[] Kinds = ["unknown", "without basis", "shielded"];

    public static async Task<int> RunAsync(int count, CancellationToken cancellation)
    {
        await using var scene = await Scene.PrepareAsync(cancellation);
        await using var gateway = await GatewayProcess.StartAsync(scene, GatewayStart.Plain);
        var subjects = new Subjects(scene.People);
        var latencies = Kinds.Select(_ => new List<long>(count / 3)).ToArray();
        var shapes = new HashSet<ByteString>();
        var fetchesBefore = scene.Fetches;
        var client = new SharingService.SharingServiceClient(gateway.Channel);
        var headers = scene.Credentials(Organisations.School);
        var random = new Random(20261121);
        for (var call = -WarmUp; call < count; call++)
        {
            var kind = random.Next(3);
            var request = Calls.AdviceToSchool(subjects.Next(kind));
            var begun = Stopwatch.GetTimestamp();
            var answer = await client.RequestInformationAsync(request, headers, cancellationToken: cancellation);
            var taken = Stopwatch.GetTimestamp() - begun;
            shapes.Add(ShapeOf(answer));
            if (call >= 0)
            {
                latencies[kind].Add(taken);
            }
        }

        return Tell(latencies, shapes.Count, scene.Fetches - fetchesBefore);
    }

    private static ByteString ShapeOf(RequestInformationResponse answer)
    {
        answer.RequestId = ByteString.Empty;
        answer.DecidedAt = null;
        answer.Receipt = null;
        return answer.ToByteString();
    }

    private static int Tell(List<long>[] latencies, int shapes, int fetches)
    {
        var worst = 0.0;
        for (var left = 0; left < Kinds.Length; left++)
        {
            var median = Stopwatch.GetElapsedTime(0, latencies[left].Order().ElementAt(latencies[left].Count / 2));
            Console.WriteLine($"  {Kinds[left]}: {latencies[left].Count} requests, median {median.TotalMicroseconds:F0} us");
            for (var right = left + 1; right < Kinds.Length; right++)
            {
                var accuracy = Threshold.BestAccuracy(latencies[left], latencies[right]);
                worst = Math.Max(worst, accuracy);
                Console.WriteLine($"    the best threshold tells it from '{Kinds[right]}' in {accuracy:P1} of cases");
            }
        }

        Console.WriteLine(
            $"silence: {latencies.Sum(kind => kind.Count)} requests, {shapes} shape of answer, {fetches} calls to a source, "
            + $"best threshold right in {worst:P1} (limit {Limit:P0})");
        return shapes == 1 && fetches == 0 && worst <= Limit ? 0 : 1;
    }

    /// <summary>Numbers of each kind, in turn.</summary>
    private sealed class Subjects(Population people)
    {
        // Without basis: the town hall records wishes of every tenth child and of some in the stories; these are left out.
        private readonly Child[] ordinary = [.. WithoutBasis(people, new Cast(people).Treated)];

        private readonly Child[] shielded =
            [.. people.Children.Where(child => child.Grading == Core.Vocabulary.Grading.StrictlyConfidential)];

        private readonly IEnumerator<string> nobody = Nobodies(people).GetEnumerator();
        private int turn;

        public string Next(int kind)
        {
            turn++;
            return kind switch
            {
                0 => nobody.MoveNext() ? nobody.Current : throw new InvalidOperationException("No unknown number is left."),
                1 => ordinary[turn % ordinary.Length].NationalNumber,
                _ => shielded[turn % shielded.Length].NationalNumber,
            };
        }

        private static IEnumerable<Child> WithoutBasis(Population people, Child treated) => people.Children.Where(child =>
            child.Grading == Core.Vocabulary.Grading.Ungraded
            && child.Place % 10 != 3
            && child.Place != treated.Place);

        private static IEnumerable<string> Nobodies(Population people)
        {
            var taken = people.Children.Select(child => child.NationalNumber).ToHashSet(StringComparer.Ordinal);
            for (var day = people.Today.AddYears(-17); day < people.Today.AddYears(-1); day = day.AddDays(1))
            {
                for (var individual = 500; individual < 520; individual++)
                {
                    if (SyntheticNumber.Compose(day, individual) is { } number && !taken.Contains(number))
                    {
                        yield return number;
                    }
                }
            }
        }
    }
}
