using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>What a human must give by hand. Tasks are opened and closed with their entries: see <see cref="RegisterChange"/>.</summary>
/// <remarks>INVARIANT: a task is opened in the transaction of the entry that owes it, and is open until an entry tells how it ended.</remarks>
public interface IHandTasks
{
    /// <summary>Reads one.</summary>
    ValueTask<HandTaskLookup> FindAsync(Guid task, CancellationToken cancellation);

    /// <summary>
    /// Finds the task that a request joins: one that is open and was opened by a request about the same child by the same receiver of the
    /// same holder for the same cells and case; or one of these that this very request opened or joined, however it ended.
    /// </summary>
    /// <param name="child">Whom it is about, under any of its numbers.</param>
    /// <param name="task">What is owed: its parties, cells and request.</param>
    /// <param name="caseReference">The receiver's case reference.</param>
    /// <param name="cancellation">Ends the reading.</param>
    ValueTask<HandTaskLookup> FindJoinedAsync(SubjectKey child, HandTaskRow task, string caseReference, CancellationToken cancellation);

    /// <summary>Reads a page of a holder's tasks, those that are due first before the others.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<StoredHandTask>?> ListAsync(HandTaskQuery query, CancellationToken cancellation);
}

/// <summary>A task to be opened.</summary>
public sealed record HandTaskRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who owes.</summary>
    public required ServiceAddress Holder { get; init; }

    /// <summary>To whom.</summary>
    public required ServiceAddress Receiver { get; init; }

    /// <summary>What; never empty.</summary>
    public required CellSet Cells { get; init; }

    /// <summary>The request, or the delivery, that it goes beside.</summary>
    public required Guid Request { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it should have been given.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whom it is about and how the parties reach each other: sealed under a key of the holder's organisation, and padded.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}

/// <summary>A task as it is stored.</summary>
/// <param name="Row">The task.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Entry">The entry that owes it.</param>
/// <param name="Closing">How it ended; null while it is open.</param>
public sealed record StoredHandTask(HandTaskRow Row, SubjectKey Subject, Guid Entry, HandTaskClosing? Closing)
{
    /// <summary>How many requests opened or joined it; 0 for one that goes beside a disclosure.</summary>
    public int Asked { get; init; }
}

/// <summary>How a task ended.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="At">When it was given, or when it was seen that nothing is owed.</param>
/// <param name="RecordedAt">When that was told.</param>
/// <param name="Content">Who gave it and how, or why nothing is owed: sealed under a key of the holder's organisation.</param>
public sealed record HandTaskClosing(HandTaskOutcome Outcome, DateTimeOffset At, DateTimeOffset RecordedAt, ReadOnlyMemory<byte> Content);

/// <summary>What came of a task. Numbers are stored and never reused.</summary>
public enum HandTaskOutcome
{
    /// <summary>A human gave it.</summary>
    Given = 2,

    /// <summary>A human saw that nothing is owed any more.</summary>
    NotOwed = 3,
}

/// <summary>The answer to a look-up of a task.</summary>
/// <param name="Available">Whether the store could be read.</param>
/// <param name="Task">The task, or null when there is none.</param>
public readonly record struct HandTaskLookup(bool Available, StoredHandTask? Task);

/// <summary>Which tasks to list.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Open">Whether only open ones.</param>
/// <param name="DueBefore">Those due before this time.</param>
/// <param name="DueAfter">Those due after this time, or at it and with a later id.</param>
/// <param name="After">That id.</param>
/// <param name="Count">How many at most.</param>
public sealed record HandTaskQuery(
    ServiceAddress Holder, bool Open, DateTimeOffset DueBefore, DateTimeOffset DueAfter, Guid After, int Count);
