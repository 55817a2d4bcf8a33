using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Trail;

public sealed class ProjectingTests
{
    [Fact]
    public async Task RunningGateway_AfterAnswers_PutsTheirEntriesIntoTheIndex()
    {
        await using var gateway = await TestGateway.StartAsync();
        for (var n = 0; n < 3; n++)
        {
            await gateway.Client.RequestInformationAsync(
                Town.Request(Town.Order(Town.Known, Cell.Attendance)), gateway.As(Town.Barnevern));
        }

        var state = await Indexed.WaitAsync(gateway.Store.Index, 3);

        var keys = await gateway.Store.Index.KeysOfAsync(new SubjectKey(Town.Known, null), default);
        var range = new IndexRange(state.Generation, keys, 0, long.MaxValue, state.Newest, After: null, OldestFirst: false);
        var found = await gateway.Store.Index.ReadAsync(range, 10, default);
        found.Count.ShouldBe(3);
        found.ShouldAllBe(entry => entry.Details.Person == "employee-7" && entry.Details.Rules.Contains("bvl-13-4-order"));
    }
}
