using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.SqlServer;
using Taushet.Storage.SqlServer.Tables;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

/// <summary>A connection that breaks at the worst moments.</summary>
[NeedsServer]
public sealed class CutTests(SharedDatabase shared) : IAsyncLifetime, IClassFixture<SharedDatabase>
{
    private static readonly CareRow Care = new(CareSituation.Parents, HiddenAddress: false, ContactBan: true, Given.Today);

    private readonly byte[] subject = RandomNumberGenerator.GetBytes(Limits.Hash);
    private TemporaryDatabase database = null!;
    private CuttingProxy proxy = null!;
    private SqlServerStore store = null!;

    public async Task InitializeAsync()
    {
        database = await shared.EmptyAsync();
        proxy = CuttingProxy.Before(database.Options.ConnectionString);
        store = await database.OpenAsync(options => options with { ConnectionString = proxy.ConnectionString });
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [StoreFact]
    public async Task WriteAsync_CutBeforeCommit_StoresNothing()
    {
        var gate = Gate();

        var error = await Record.ExceptionAsync(() => gate.WriteAsync(
            async write =>
            {
                await CareTable.WriteAsync(write, subject, Care);
                proxy.Cut();
                await CareTable.WriteAsync(write, subject, Care with { From = Given.Today.AddDays(1) });
                return true;
            },
            default));

        // Which one depends on whether the client sees the cut before it sends the next statement or while it waits for its answer.
        (error is SqlException or InvalidOperationException).ShouldBeTrue();
        database.Faults.ShouldHaveSingleItem().Operation.ShouldBe("write registers");
        (await RowsAsync()).ShouldBe(0);
    }

    [StoreFact]
    public async Task WriteAsync_CutInCommit_IsNotRepeatedAndSaysThatItIsUnknown()
    {
        var gate = Gate();
        var written = 0;

        await Should.ThrowAsync<SqlException>(() => gate.WriteAsync(
            async write =>
            {
                written++;
                await CareTable.WriteAsync(write, subject, Care);
                proxy.CutTheNextAnswer();
                return true;
            },
            default));

        written.ShouldBe(1);
        database.Faults.ShouldHaveSingleItem().Operation.ShouldBe("write registers, outcome unknown");
        (await RowsAsync()).ShouldBe(1);
        (await gate.WriteAsync(_ => Task.FromResult(7), default)).ShouldBe(7);
    }

    [StoreFact]
    public async Task ReadAsync_CutWhileIdleOrUnderWay_IsTriedOnceMore()
    {
        await store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
        (await store.Facts.ReadAsync(Given.Query(1), default))!.Facts.Age.ShouldBe(14);

        proxy.Cut();
        (await store.Facts.ReadAsync(Given.Query(1), default))!.Facts.Age.ShouldBe(14);

        proxy.CutTheNextAnswer();
        (await store.Facts.ReadAsync(Given.Query(1), default))!.Facts.Age.ShouldBe(14);
        database.Faults.ShouldBeEmpty();
    }

    private RegisterGate Gate() => new(new SqlServerOpener(
        database.Options with { ConnectionString = proxy.ConnectionString }));

    private async Task<int> RowsAsync()
    {
        await using var connection = database.Outside();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM care WHERE subject = @subject", new TypedParameters().Fixed("@subject", subject, Limits.Hash));
    }
}
