using System.Collections.Immutable;
using Taushet.Core.Requests;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>Reads facts from SQLite, synchronously: a read is a few pages of a local file.</summary>
internal sealed class SqliteFactStore(SqliteOpener opener) : IFactStore, IDisposable
{
    private readonly ReadPool<FactStatements> pool = new(opener, connection => new FactStatements(connection));

    public ValueTask<Gathered?> ReadAsync(GatherQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var asked = SubjectLookup.Of(opener.Options.Keys, query.Subject);
            return new(pool.Read((query, asked), static (statements, state) => Gather(statements, state.query, state.asked)));
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report("read facts", error);
            return new((Gathered?)null);
        }
    }

    public void Dispose() => pool.Dispose();

    /// <summary>Runs the statements; apart from the pool, so that a test can listen to them.</summary>
    internal static Gathered Gather(FactStatements statements, GatherQuery query, byte[] asked)
    {
        var subject = CurrentSubject(statements, asked);
        return FactRows.Gather(
            ReadPerson(statements, query, asked, subject),
            WishReader.Read(statements, subject, query.LawDate),
            ReadStanding(statements, query),
            query);
    }

    private static byte[] CurrentSubject(FactStatements statements, byte[] asked) =>
        statements.Current.Bind(1, asked).ReadRow(static row => row.Bytes(0)) ?? throw new StoredValueException("No current number.");

    private static Gathered ReadPerson(FactStatements statements, GatherQuery query, byte[] asked, byte[] subject)
    {
        statements.Person.Set(0, asked).Set(1, subject).Set(2, query.Holder.Organisation).Set(3, StoredForms.Day(query.LawDate));
        using var row = statements.Person.Read();
        return row.Read()
            ? FactRows.Person(row, query)
            : throw new StoredValueException("The registry feed has no row.");
    }

    private static ImmutableArray<StandingDecisionFact> ReadStanding(FactStatements statements, GatherQuery query)
    {
        using var row = statements.Standing
            .Set(0, query.Holder.Organisation)
            .Set(1, StoredForms.Member(query.Holder.Service))
            .Set(2, StoredForms.Member(query.Receiver.Service))
            .Set(3, StoredForms.Day(query.LawDate))
            .Read();
        var decisions = ImmutableArray.CreateBuilder<StandingDecisionFact>();
        while (row.Read())
        {
            decisions.Add(FactRows.Standing(row, query.Receiver.Service));
        }

        return decisions.ToImmutable();
    }
}
