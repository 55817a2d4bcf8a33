using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Contracts;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

[NeedsServer]
public sealed class SqlServerFactTests(SharedDatabase database) : FactStoreContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerWishTests(SharedDatabase database) : WishContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerVersionTests(SharedDatabase database) : VersionContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerParticipantTests(SharedDatabase database) : ParticipantContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

internal sealed class SqlServerTestStore(TemporaryDatabase temporary) : ITestStore
{
    public IFactStore Facts => temporary.Store.Facts;

    public IParticipantStore Participants => temporary.Store.Participants;

    public IRegistrar Registrar => temporary.Store.Registrar;

    public IAuditStore Audit => new CounterCheck(temporary.Store.Facts);

    public ITrailReader Trail => throw new NotSupportedException("The store has no trail yet.");

    public static async Task<ITestStore> OpenAsync(SharedDatabase database) =>
        new SqlServerTestStore(await database.EmptyAsync());

    // The next test finds it empty, and the last one drops it.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>As much of an append as the register suites ask about: whether the counters still are what was read.</summary>
internal sealed class CounterCheck(IFactStore facts) : IAuditStore
{
    public bool CanCommit => false;

    public async Task<AppendResult> AppendAsync(
        EntryDraft draft,
        SubjectKey subject,
        string holder,
        FactVersions versions,
        CancellationToken cancellation)
    {
        var now = await facts.ReadAsync(Given.Query(1) with { Subject = subject }, cancellation);
        return (now!.Versions.Subject, now.Versions.Holder) == (versions.Subject, versions.Holder)
            ? new AppendResult.Unavailable()
            : new AppendResult.FactsChanged();
    }

    public Task DrainAsync() => Task.CompletedTask;
}
