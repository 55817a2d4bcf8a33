using Taushet.Core.Decisions;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Assurance.Writing;
using Taushet.Policies.Cases;

namespace Taushet.Assurance.Tests;

public sealed class CaseTextTests
{
    [Fact]
    public void Of_DrawnRequests_ReadBackAsCasesThatComeOut()
    {
        var policies = PolicyFolder.Book.Policies;
        var draw = new RequestDraw(policies, 11);
        var file = Path.Combine(Path.GetTempPath(), $"taushet-{Guid.NewGuid():N}.yaml");
        var drawn = Enumerable.Range(0, 400).Select(_ => draw.Next()).ToList();
        File.WriteAllText(file, string.Concat(drawn.Select((pair, place) => CaseText.Of(
            $"drawn-{place}",
            "A drawn request: \"quoted\"",
            pair.Request,
            pair.Facts,
            Expectations.Of(Decider.Decide(pair.Request, pair.Facts, policies))))));

        var loaded = CaseLoader.Load(file, PolicyFolder.Book);
        File.Delete(file);

        loaded.Faults.ShouldBeEmpty();
        var report = CaseRunner.Run(loaded.Cases, policies);
        report.Results.Where(result => !result.Passed).Select(result => $"{result} {string.Join("; ", result.Differences)}").ShouldBeEmpty();
        report.Results.Length.ShouldBe(400);
    }
}
