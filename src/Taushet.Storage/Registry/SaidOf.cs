using Taushet.Storage.Log;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry;

/// <summary>What a batch of events says of one person: of each matter the newest, in stored form, with its time.</summary>
internal sealed class SaidOf
{
    public Dated BirthDay { get; private set; } = Dated.Nothing;

    public Dated Grading { get; private set; } = Dated.Nothing;

    public Dated Responsibility { get; private set; } = Dated.Nothing;

    public Dated DeathDay { get; private set; } = Dated.Nothing;

    /// <summary>Takes the next event.</summary>
    public void Take(PersonEvent told)
    {
        var at = StoredForms.Micros(told.AsOf);
        BirthDay = BirthDay.Or(told.BirthDate.IsTold, StoredForms.Day(told.BirthDate.Value), at);
        Grading = Grading.Or(told.Grading.IsTold, StoredForms.Member(told.Grading.Value), at);
        Responsibility = Responsibility.Or(told.Responsibility.IsTold, StoredForms.Member(told.Responsibility.Value), at);
        DeathDay = DeathDay.Or(told.DeathDate.IsTold, StoredForms.Day(told.DeathDate.Value), at);
    }

    /// <summary>Folds a batch: one for each person of whom anything is told, in the order in which they first come.</summary>
    /// <param name="batch">The events.</param>
    /// <param name="subjectOf">The look-up hash of the number now in use.</param>
    public static IReadOnlyList<(byte[] Subject, SaidOf Said)> Each(IEnumerable<PersonEvent> batch, Func<string, byte[]> subjectOf)
    {
        var each = new List<(byte[] Subject, SaidOf Said)>();
        var known = new Dictionary<byte[], SaidOf>(SubjectBytes.Equality);
        foreach (var told in batch.Where(TellsAnything))
        {
            var subject = subjectOf(told.Number);
            if (!known.TryGetValue(subject, out var said))
            {
                said = new SaidOf();
                known.Add(subject, said);
                each.Add((subject, said));
            }

            said.Take(told);
        }

        return each;
    }

    private static bool TellsAnything(PersonEvent told) =>
        told.BirthDate.IsTold || told.Grading.IsTold || told.Responsibility.IsTold || told.DeathDate.IsTold;
}

/// <summary>A stored number with the time it was said at; <see cref="Nothing"/> when nothing was.</summary>
/// <param name="Number">The number, or null for unknown.</param>
/// <param name="At">Microseconds since 1970; null when nothing was said.</param>
internal readonly record struct Dated(int? Number, long? At)
{
    public static Dated Nothing { get; } = new(null, null);

    /// <summary>The other when it is told and not older.</summary>
    public Dated Or(bool told, int? number, long at) => told && (At is null || at >= At) ? new Dated(number, at) : this;

    /// <summary>What stands, after what was known before.</summary>
    public int? Over(int? known, long seen) => At >= seen ? Number : known;

    /// <summary>When it was said, after what was known before.</summary>
    public long Seen(long seen) => At > seen ? At.Value : seen;
}
