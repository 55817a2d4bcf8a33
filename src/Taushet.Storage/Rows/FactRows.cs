using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Rows;

/// <summary>What the rows of a read of facts mean. Every store selects the same columns in the same order.</summary>
internal static class FactRows
{
    /// <summary>
    /// The row under the cursor: subject's counter, holder's counter, feed's time, whether the registry knows the person, birth
    /// day, grading, responsibility, day of death, care situation, hidden address, contact ban.
    /// </summary>
    public static Gathered Person(DbDataReader row, GatherQuery query)
    {
        var fresh = query.Instant - StoredForms.Time(row.GetInt64(2)) <= query.RegistryMaxAge;
        var facts = row.GetBoolean(3) ? OfRegistry(row, fresh, query.LawDate) : Facts.None;
        facts = facts with
        {
            Care = Member<CareSituation>(row, 8),
            HiddenAddress = row.IsDBNull(9) ? Known<bool>.Unknown : row.GetBoolean(9),
            ContactBan = row.IsDBNull(10) ? Known<bool>.Unknown : row.GetBoolean(10),
        };
        return new Gathered(facts, new FactVersions(row.GetInt64(0), row.GetInt64(1), fresh));
    }

    /// <summary>The row under the cursor: id, version, purpose, cells.</summary>
    public static StandingDecisionFact Standing(DbDataReader row, Service receiver) => new(
        StoredForms.Id(row.GetFieldValue<byte[]>(0)),
        row.GetInt32(1),
        receiver,
        StoredForms.Member<Purpose>(row.GetInt32(2)),
        StoredForms.Cells(row.GetFieldValue<byte[]>(3)));

    /// <summary>Puts together what was read.</summary>
    public static Gathered Gather(
        Gathered person,
        IReadOnlyCollection<StoredWish> wishes,
        ImmutableArray<StandingDecisionFact> standing,
        GatherQuery query)
    {
        var facts = person.Facts with
        {
            Consents = wishes.Select(wish => wish.AsConsent()).OfType<ConsentFact>().ToImmutableArray(),
            Objections = wishes
                .SelectMany(wish => wish.AsObjections(query.Holder, query.Receiver, query.LawDate)).ToImmutableArray(),
            Secrecies = wishes.SelectMany(wish => wish.AsSecrecies(query.Holder, query.LawDate)).ToImmutableArray(),
            StandingDecisions = standing,
        };
        return person with { Facts = facts };
    }

    private static Facts OfRegistry(DbDataReader row, bool fresh, DateOnly date) => new()
    {
        Age = row.IsDBNull(4) ? Known<int>.Unknown : AgeOn(StoredForms.Date(row.GetInt32(4)), date),
        Grading = fresh ? Member<Grading>(row, 5) : Known<Grading>.Unknown,
        Responsibility = Member<ParentalResponsibility>(row, 6),
        Dead = !row.IsDBNull(7) && StoredForms.Date(row.GetInt32(7)) <= date,
    };

    // A birth date that lies ahead is a fault in the feed, not an age.
    private static Known<int> AgeOn(DateOnly birthDate, DateOnly date) =>
        birthDate > date ? Known<int>.Unknown : OsloTime.AgeOn(birthDate, date);

    private static Known<T> Member<T>(DbDataReader row, int column)
        where T : struct, Enum =>
        row.IsDBNull(column) ? Known<T>.Unknown : StoredForms.Member<T>(row.GetInt32(column));
}
