using System.Diagnostics;
using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer;
using Taushet.Storage.SqlServer.Tables;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

/// <summary>How facts are read: in one round trip, as of one moment, and alike for everybody.</summary>
[NeedsServer]
public sealed class SameMomentTests(SharedDatabase shared) : IAsyncLifetime, IClassFixture<SharedDatabase>
{
    private const int Known = 1;
    private const int Unknown = 2;

    private const string ChangeBoth = """
        BEGIN TRANSACTION;
        UPDATE person SET grading = @grading WHERE subject = @subject;
        UPDATE care SET contact_ban = @ban WHERE subject = @subject;
        COMMIT;
        """;

    private TemporaryDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await shared.EmptyAsync();
        await database.Store.Registrar.ImportAsync([Given.Person(Known)], Given.Instant, default);
        await database.Store.Registrar.RegisterCareAsync(
            People.Number(Known), new CareRow(CareSituation.Parents, HiddenAddress: false, ContactBan: false, Given.Today), default);
        await database.Store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), Known, giver: 5), default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // INVARIANT: the same statements run whether the subject is known or not.
    [StoreFact]
    public async Task ReadAsync_KnownAndUnknownSubject_SendTheSameOneCommand()
    {
        var sent = new List<string>();
        using var all = DiagnosticListener.AllListeners.Subscribe(new ForEach<DiagnosticListener>(listener =>
        {
            if (listener.Name == "SqlClientDiagnosticListener")
            {
                listener.Subscribe(new ForEach<KeyValuePair<string, object?>>(pair => Note(pair, new SqlConnectionStringBuilder(database.Options.ConnectionString).InitialCatalog, sent)));
            }
        }));

        var known = (await ReadAsync(Known)).Facts;
        var forKnown = Taken(sent);
        var unknown = (await ReadAsync(Unknown)).Facts;

        known.Consents.Value.ShouldHaveSingleItem();
        unknown.Consents.Value.ShouldBeEmpty();
        forKnown.ShouldBe([FactStatements.Select]);
        Taken(sent).ShouldBe(forKnown);
    }

    // INVARIANT: facts that changed while they were read are never returned.
    [StoreFact]
    public async Task ReadAsync_WhileTwoFactsChangeTogether_NeverSeesOneWithoutTheOther()
    {
        using var done = new CancellationTokenSource();
        var changing = Task.Run(() => ChangeAsync(done.Token));
        var seen = new HashSet<bool>();
        for (var reading = 0; reading < 300; reading++)
        {
            if (await database.Store.Facts.ReadAsync(Given.Query(Known), default) is { } gathered)
            {
                var graded = gathered.Facts.Grading.Value == Grading.Confidential;
                graded.ShouldBe(gathered.Facts.ContactBan.Value);
                seen.Add(graded);
            }
        }

        await done.CancelAsync();
        (await changing).ShouldBeGreaterThan(10);
        seen.Count.ShouldBe(2);
    }

    [StoreFact]
    public async Task ReadAsync_ItsIdleConnectionsWereCut_ReadsOnANewOne()
    {
        await ReadAsync(Known);
        await using (var idle = await database.Opener.OpenToReadAsync(default))
        {
            var session = await idle.ExecuteScalarAsync<int>("SELECT CAST(@@SPID AS int)");
            await database.OutsideAsync($"KILL {session}");
        }

        await Task.Delay(TimeSpan.FromMilliseconds(500));
        (await ReadAsync(Known)).Facts.Age.ShouldBe(14);
    }

    private static void Note(KeyValuePair<string, object?> pair, string database, List<string> sent)
    {
        if (pair.Key.EndsWith("WriteCommandBefore", StringComparison.Ordinal)
            && pair.Value!.GetType().GetProperty("Command")!.GetValue(pair.Value) is SqlCommand command
            && command.CommandText.Contains("@asked", StringComparison.Ordinal)
            && string.Equals(command.Connection.Database, database, StringComparison.Ordinal))
        {
            lock (sent)
            {
                sent.Add(command.CommandText);
            }
        }
    }

    private static List<string> Taken(List<string> sent)
    {
        lock (sent)
        {
            var taken = sent.ToList();
            sent.Clear();
            return taken;
        }
    }

    private async Task<Gathered> ReadAsync(int child) =>
        (await database.Store.Facts.ReadAsync(Given.Query(child), default)).ShouldNotBeNull();

    private async Task<int> ChangeAsync(CancellationToken done)
    {
        await using var connection = database.Outside();
        await connection.OpenAsync(CancellationToken.None);
        var subject = SubjectLookup.OfNumber(database.Options.Keys, People.Number(Known));
        var changes = 0;
        while (!done.IsCancellationRequested)
        {
            var graded = ++changes % 2 == 1;
            await connection.ExecuteAsync(ChangeBoth, new TypedParameters()
                .Fixed("@subject", subject, Limits.Hash)
                .Number("@grading", StoredForms.Member(graded ? Grading.Confidential : Grading.Ungraded))
                .Bit("@ban", graded));
        }

        return changes;
    }

    private sealed class ForEach<T>(Action<T> act) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => act(value);
    }
}
