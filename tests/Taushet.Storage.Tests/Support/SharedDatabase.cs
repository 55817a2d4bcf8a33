namespace Taushet.Storage.Tests.Support;

/// <summary>
/// A database for the tests of one class, one after another, each of which gets it empty. A server takes seconds to make one, and
/// what is only appended cannot be removed again.
/// </summary>
public sealed class SharedDatabase : IAsyncLifetime
{
    private TemporaryDatabase? database;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    internal async Task<TemporaryDatabase> EmptyAsync()
    {
        if (database is null)
        {
            return database = await TemporaryDatabase.OpenAsync();
        }

        await database.EmptyAsync();
        return database;
    }
}
