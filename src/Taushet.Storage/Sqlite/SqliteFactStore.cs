using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
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
        var person = ReadPerson(statements, query, asked, subject);
        var wishes = WishReader.Read(statements, subject, query.LawDate);
        var facts = person.Facts with
        {
            Consents = wishes.Select(wish => wish.AsConsent()).OfType<ConsentFact>().ToImmutableArray(),
            Objections = wishes
                .SelectMany(wish => wish.AsObjections(query.Holder, query.Receiver, query.LawDate)).ToImmutableArray(),
            StandingDecisions = ReadStanding(statements, query),
        };
        return person with { Facts = facts };
    }

    private static byte[] CurrentSubject(FactStatements statements, byte[] asked)
    {
        using var row = statements.Current.Set(0, asked).Read();
        return row.Read() ? row.GetFieldValue<byte[]>(0) : throw new StoredValueException("No current number.");
    }

    private static Gathered ReadPerson(FactStatements statements, GatherQuery query, byte[] asked, byte[] subject)
    {
        statements.Person.Set(0, asked).Set(1, subject).Set(2, query.Holder.Organisation).Set(3, StoredForms.Day(query.LawDate));
        using var row = statements.Person.Read();
        if (!row.Read())
        {
            throw new StoredValueException("The registry feed has no row.");
        }

        var fresh = query.Instant - StoredForms.Time(row.GetInt64(2)) <= query.RegistryMaxAge;
        var facts = row.GetBoolean(3) ? PersonFacts(row, fresh, query.LawDate) : Facts.None;
        facts = facts with
        {
            Care = Member<CareSituation>(row, 8),
            HiddenAddress = row.IsDBNull(9) ? Known<bool>.Unknown : row.GetBoolean(9),
            ContactBan = row.IsDBNull(10) ? Known<bool>.Unknown : row.GetBoolean(10),
        };
        return new Gathered(facts, new FactVersions(row.GetInt64(0), row.GetInt64(1), fresh));
    }

    private static Facts PersonFacts(SqliteDataReader row, bool fresh, DateOnly date) => new()
    {
        Age = row.IsDBNull(4) ? Known<int>.Unknown : AgeOn(StoredForms.Date(row.GetInt64(4)), date),
        Grading = fresh ? Member<Grading>(row, 5) : Known<Grading>.Unknown,
        Responsibility = Member<ParentalResponsibility>(row, 6),
        Dead = !row.IsDBNull(7) && StoredForms.Date(row.GetInt64(7)) <= date,
    };

    // A birth date that lies ahead is a fault in the feed, not an age.
    private static Known<int> AgeOn(DateOnly birthDate, DateOnly date) =>
        birthDate > date ? Known<int>.Unknown : OsloTime.AgeOn(birthDate, date);

    private static Known<T> Member<T>(SqliteDataReader row, int column)
        where T : struct, Enum =>
        row.IsDBNull(column) ? Known<T>.Unknown : StoredForms.Member<T>(row.GetInt64(column));

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
            decisions.Add(new StandingDecisionFact(
                StoredForms.Id(row.GetFieldValue<byte[]>(0)),
                row.GetInt32(1),
                query.Receiver.Service,
                StoredForms.Member<Purpose>(row.GetInt64(2)),
                StoredForms.Cells(row.GetFieldValue<byte[]>(3))));
        }

        return decisions.ToImmutable();
    }
}
