using Microsoft.Data.SqlClient;
using Taushet.Storage.Ports;
using Taushet.Storage.SqlServer;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

[NeedsServer]
public sealed class RegisterLockTests(SharedDatabase shared) : IAsyncLifetime, IClassFixture<SharedDatabase>
{
    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(300);

    private TemporaryDatabase database = null!;

    public async Task InitializeAsync() => database = await shared.EmptyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    // INVARIANT: a transaction that changes a register holds the registers' lock alone from its first statement to its end.
    [StoreFact]
    public async Task WriteAsync_UnderWay_AnAppendCannotHaveTheLock()
    {
        var gate = new RegisterGate(database.Opener);
        var meanwhile = await gate.WriteAsync(_ => AppenderTakesAsync(), default);
        var after = await AppenderTakesAsync();

        meanwhile.ShouldBeFalse();
        after.ShouldBeTrue();
    }

    [StoreFact]
    public async Task RegisterAsync_AnAppendHoldsTheLockTooLong_StoresNothingAndSaysSo()
    {
        await using var impatient = await database.OpenAsync(options => options with { LockTimeout = Shortly });
        await using var append = database.Outside();
        await append.OpenAsync();
        await using (var transaction = (SqlTransaction)await append.BeginTransactionAsync())
        {
            await AppLock.Registers.TakeAsync(transaction, Shortly, default);

            var error = await Should.ThrowAsync<SqlException>(() => impatient.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default));

            SqlServerErrors.Of(error).ShouldBe(SqlServerFailure.LockWait);
            database.Faults.ShouldHaveSingleItem().ShouldBe(new StoreFault("write registers", nameof(SqlException), 51222));
        }

        (await database.Store.Facts.ReadAsync(Given.Query(1), default))!.Versions.Subject.ShouldBe(0);
        await impatient.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
        (await database.Store.Facts.ReadAsync(Given.Query(1), default))!.Facts.Age.ShouldBe(14);
    }

    [StoreFact]
    public async Task AppendWishAsync_ManyAtOnceOnOneWish_EachVersionIsWonByOne()
    {
        var consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);
        await database.Store.Registrar.AppendWishAsync(consent, default);

        var won = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => WonAsync(
            Given.Then(consent, 1, Core.Vocabulary.ConsentEventKind.Given, giver: 10 + n))));

        won.Count(one => one).ShouldBe(1);
        (await database.Store.Facts.ReadAsync(Given.Query(1), default))!.Facts.Consents.Value.ShouldHaveSingleItem().Version.ShouldBe(2);
    }

    private async Task<bool> WonAsync(WishEvent wish)
    {
        try
        {
            await database.Store.Registrar.AppendWishAsync(wish, default);
            return true;
        }
        catch (VersionConflictException)
        {
            return false;
        }
    }

    // As an append of entries would.
    private async Task<bool> AppenderTakesAsync()
    {
        await using var connection = database.Outside();
        await connection.OpenAsync();
        try
        {
            await AppLock.Registers.TakeAsync(connection.BeginTransaction(), Shortly, default);
            return true;
        }
        catch (SqlException error) when (SqlServerErrors.Of(error) == SqlServerFailure.LockWait)
        {
            return false;
        }
    }
}
