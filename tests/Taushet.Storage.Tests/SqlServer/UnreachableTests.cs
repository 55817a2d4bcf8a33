using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Taushet.Storage.SqlServer;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

/// <summary>A server that nobody answers for. It needs none.</summary>
public sealed class UnreachableTests
{
    private readonly ConcurrentQueue<StoreFault> faults = new();

    [Fact]
    public async Task ReadAsync_NoServer_KnowsNothingAndSaysSo()
    {
        (await new SqlServerFactStore(Opener()).ReadAsync(Given.Query(1), default)).ShouldBeNull();

        var fault = faults.ShouldHaveSingleItem();
        (fault.Operation, fault.Error).ShouldBe(("read facts", nameof(SqlException)));
    }

    [Fact]
    public async Task FindAsync_NoServer_IsNotAvailable()
    {
        var found = await new SqlServerParticipantStore(Opener()).FindAsync(
            Given.HolderOrganisation, string.Empty, Core.Vocabulary.Service.PrimarySchool, Given.Today, default);

        (found.Available, found.Participant).ShouldBe((false, null));
        faults.ShouldHaveSingleItem().Operation.ShouldBe("find participant");
    }

    [Fact]
    public async Task ImportAsync_NoServer_ThrowsAndStoredNothing()
    {
        var opener = Opener();
        var registrar = new SqlServerRegistrar(opener, new RegisterGate(opener));

        var error = await Should.ThrowAsync<SqlException>(() => registrar.ImportAsync([Given.Person(1)], Given.Instant, default));

        SqlServerErrors.Of(error).ShouldBe(SqlServerFailure.Broken);
        faults.ShouldHaveSingleItem().Operation.ShouldBe("open to write registers");
    }

    // Port 1 of this machine: nobody listens there.
    private SqlServerOpener Opener() => new(new SqlServerStoreOptions
    {
        ConnectionString = "Server=127.0.0.1,1;Database=none;User ID=nobody;Password=none;Encrypt=false",
        Keys = TemporaryStore.NewKeys(),
        OnFault = faults.Enqueue,
    });
}
