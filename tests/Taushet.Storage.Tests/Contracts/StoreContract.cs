using Taushet.Core.Requests;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What every contract suite needs: a fresh store for each test.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private ITestStore? store;

    protected ITestStore Store => store ?? throw new InvalidOperationException("The test has not begun.");

    public async Task InitializeAsync() => store = await OpenAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    protected abstract Task<ITestStore> OpenAsync();

    protected async Task<Gathered> GatherAsync(int child, Func<GatherQuery, GatherQuery>? change = null)
    {
        var query = Given.Query(child);
        return (await Store.Facts.ReadAsync(change?.Invoke(query) ?? query, default)).ShouldNotBeNull();
    }

    protected async Task<Facts> FactsAsync(int child, Func<GatherQuery, GatherQuery>? change = null) =>
        (await GatherAsync(child, change)).Facts;

    protected static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    protected static async Task WaitForAsync(IAuditStore audit, LogCondition condition)
    {
        for (var i = 0; i < 400 && audit.Condition != condition; i++)
        {
            await Task.Delay(25);
        }

        audit.Condition.ShouldBe(condition);
    }

    /// <summary>Every log of the trail holds, down to its signatures.</summary>
    protected async Task ShouldVerifyAsync(params LogSettings[] signers)
    {
        var keys = signers.Append(Store.Settings).SelectMany(settings => settings.Signer.Keys).ToList();
        foreach (var log in await Store.Trail.LogsAsync(default))
        {
            (await LogVerification.VerifyAsync(Store.Trail, log, keys, default)).Defects.ShouldBeEmpty();
        }
    }

    protected Task<AppendResult> AppendAsync(int child, FactVersions versions) =>
        Store.Audit.AppendAsync(Given.Draft(), Given.Child(child), Given.HolderOrganisation, versions, default);

    protected async Task<Backlog> BacklogAsync(BacklogKind kind) =>
        (await Store.Health.BacklogAsync(default)).Single(one => one.Kind == kind);
}
