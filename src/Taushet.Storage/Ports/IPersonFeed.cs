using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>Takes what the person registry says, event by event, in any order and as often as it comes.</summary>
/// <remarks>INVARIANT: what the registry said later is never overwritten by what it said earlier, in whatever order it arrives.</remarks>
public interface IPersonFeed
{
    /// <summary>Writes a batch, all of it or nothing. Of two events of one moment the later in the batch stands.</summary>
    /// <returns>How many persons changed; an event that says nothing new changes nobody.</returns>
    Task<int> WriteAsync(IReadOnlyList<PersonEvent> batch, CancellationToken cancellation);

    /// <summary>Says that everything up to a time has been written: gradings are known as long as this is not too long ago.</summary>
    /// <returns>False when the feed already speaks for a later time: it does not go back.</returns>
    Task<bool> CompleteAsync(DateTimeOffset asOf, CancellationToken cancellation);
}

/// <summary>What the person registry said of one person at one moment. What it did not tell stays as it is known.</summary>
public sealed record PersonEvent
{
    /// <summary>Eleven digits, checked; stored only as a keyed hash.</summary>
    public required string Number { get; init; }

    /// <summary>When the registry said so.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Birth date as the registry states it, never derived from the number.</summary>
    public Told<DateOnly> BirthDate { get; init; }

    /// <summary>Grading of the address.</summary>
    public Told<Grading> Grading { get; init; }

    /// <summary>Who has parental responsibility.</summary>
    public Told<ParentalResponsibility> Responsibility { get; init; }

    /// <summary>Date of death.</summary>
    public Told<DateOnly> DeathDate { get; init; }

    /// <summary>Numbers the person had before: what is registered under them belongs to this one.</summary>
    public IReadOnlyList<string> FormerNumbers { get; init; } = [];
}

/// <summary>What an event tells of one matter: nothing, that it is not known, or a value.</summary>
/// <typeparam name="T">What is told.</typeparam>
/// <param name="IsTold">Whether the event speaks of it.</param>
/// <param name="Value">The value; null when it is not known.</param>
public readonly record struct Told<T>(bool IsTold, T? Value)
    where T : struct
{
    /// <summary>The event says that it is not known, or that there is none.</summary>
    public static Told<T> Unknown { get; } = new(IsTold: true, null);

    /// <summary>The event tells it; null: that it is not known.</summary>
    public static Told<T> Of(T? value) => new(IsTold: true, value);
}
