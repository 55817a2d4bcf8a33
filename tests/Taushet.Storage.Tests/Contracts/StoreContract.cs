using Taushet.Core.Requests;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What every contract suite needs: a fresh store for each test.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private ITestStore? store;

    protected ITestStore Store => store ?? throw new InvalidOperationException("The test has not begun.");

    public async Task InitializeAsync() => store = await OpenAsync();

    public async Task DisposeAsync() => await Store.DisposeAsync();

    protected abstract Task<ITestStore> OpenAsync();

    protected async Task<Gathered> GatherAsync(int child, Func<GatherQuery, GatherQuery>? change = null)
    {
        var query = Given.Query(child);
        return (await Store.Facts.ReadAsync(change?.Invoke(query) ?? query, default)).ShouldNotBeNull();
    }

    protected async Task<Facts> FactsAsync(int child, Func<GatherQuery, GatherQuery>? change = null) =>
        (await GatherAsync(child, change)).Facts;

    protected Task<AppendResult> AppendAsync(int child, FactVersions versions) =>
        Store.Audit.AppendAsync(Given.Draft(), Given.Child(child), Given.HolderOrganisation, versions, default);
}
