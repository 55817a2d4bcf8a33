using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Core.Vocabulary;
using Taushet.Storage.SqlServer;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

/// <summary>What is only appended is refused to be changed, to the owner of the database too.</summary>
[NeedsServer]
public sealed class KeptTests(SharedDatabase shared) : IAsyncLifetime, IClassFixture<SharedDatabase>
{
    private const string Rows = """
        INSERT INTO audit_entry
        SELECT @id, 0, @id, 1, 0, 1, 1, @id, '1', '', 1, NULL, '2', '', 1, NULL, NULL, 0, 'h', 0, @id, N'c', @hash, @id, @id, @hash, @id,
            @hash;
        INSERT INTO log_subtree SELECT @id, 0, 0, @hash;
        INSERT INTO [checkpoint] SELECT @id, 1, @hash, N'— note', 0;
        """;

    private TemporaryDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await shared.EmptyAsync();
        await database.Store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), child: 1, giver: 5), default);
        await database.Store.Registrar.RecordAsync(Given.Standing(Guid.NewGuid(), 1, Cell.Attendance), default);
        await using var connection = database.Outside();
        await connection.ExecuteAsync(Rows, new TypedParameters().Id("@id", Guid.NewGuid()).Fixed("@hash", new byte[32], 32));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [StoreTheory]
    [InlineData("UPDATE audit_entry SET place = 7")]
    [InlineData("DELETE FROM audit_entry")]
    [InlineData("UPDATE log_subtree SET place = 7")]
    [InlineData("DELETE FROM log_subtree")]
    [InlineData("UPDATE [checkpoint] SET size = 7")]
    [InlineData("DELETE FROM [checkpoint]")]
    [InlineData("UPDATE wish_event SET event = 1")]
    [InlineData("DELETE FROM wish_event")]
    [InlineData("UPDATE wish SET cells = 0x00000000000000000000000000000000")]
    [InlineData("UPDATE wish SET to_day = to_day + 1")]
    [InlineData("DELETE FROM wish")]
    [InlineData("UPDATE wish_party SET service = 1")]
    [InlineData("DELETE FROM wish_party")]
    [InlineData("UPDATE standing_decision SET to_day = 0")]
    [InlineData("DELETE FROM standing_decision")]
    public async Task Change_OfWhatIsOnlyAppended_IsRefused(string sql) =>
        SqlServerErrors.Of(await RefusalAsync(sql)).ShouldBe(SqlServerFailure.AppendOnly);

    [StoreTheory]
    [InlineData("audit_entry")]
    [InlineData("log_subtree")]
    [InlineData("[checkpoint]")]
    [InlineData("wish")]
    [InlineData("wish_event")]
    [InlineData("wish_party")]
    [InlineData("standing_decision")]
    public async Task Truncation_OfWhatIsOnlyAppended_IsRefused(string table)
    {
        await RefusalAsync($"TRUNCATE TABLE {table}");

        await using var connection = database.Outside();
        (await connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM {table}")).ShouldBeGreaterThan(0);
    }

    [StoreTheory]
    [InlineData("INSERT INTO trail_anchor SELECT TOP (1) log, 0, place, 1 FROM audit_entry")]
    [InlineData("INSERT INTO register_anchor SELECT TOP (1) wish, side, ordinal, 1, wish FROM wish_party")]
    public async Task Insert_IntoATableThatStaysEmpty_IsRefused(string sql) => await RefusalAsync(sql);

    [StoreFact]
    public async Task Note_WithItsDash_ReadsBackAsItWas()
    {
        await using var connection = database.Outside();
        (await connection.QueryFirstAsync<string>("SELECT note FROM [checkpoint]")).ShouldBe("— note");
    }

    private async Task<SqlException> RefusalAsync(string sql) =>
        await Should.ThrowAsync<SqlException>(() => database.OutsideAsync(sql));
}
