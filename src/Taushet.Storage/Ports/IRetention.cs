using System.Collections.Immutable;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>
/// What is kept, what must be kept and what has been destroyed of the trail: by the keys of its entries, never by the entries. Changes
/// are made together with the entry that tells of them: <see cref="IAuditStore.RecordAsync"/>.
/// </summary>
public interface IRetention
{
    /// <summary>How many keys a scope has now.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="at">When: an order in force on that day is still owed.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<KeyCount> CountAsync(KeyScope scope, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Holds that have not been lifted, the oldest first.</summary>
    /// <param name="holder">Those that name this holder or none; empty for all.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<ImmutableArray<LegalHold>> HoldsAsync(string holder, CancellationToken cancellation);

    /// <summary>One hold, lifted or not; null when there is none.</summary>
    Task<LegalHold?> FindHoldAsync(Guid id, CancellationToken cancellation);

    /// <summary>One order, followed or not; null when there is none.</summary>
    Task<DestructionOrder?> FindOrderAsync(Guid id, CancellationToken cancellation);

    /// <summary>The destructions by which an order has been followed, in their order.</summary>
    Task<ImmutableArray<KeyDestruction>> DestructionsOfAsync(Guid order, CancellationToken cancellation);

    /// <summary>By which destruction pseudonyms were left without a key.</summary>
    /// <returns>Nothing of those that were not.</returns>
    Task<IReadOnlyDictionary<ReadOnlyMemory<byte>, KeyDestruction>> DestroyedAsync(
        IReadOnlyCollection<ReadOnlyMemory<byte>> pseudonyms, CancellationToken cancellation);
}

/// <summary>Some keys of entries: those of a child or of all, of a holder's service or of all, and of some calendar years.</summary>
/// <param name="Subject">The child; null for every one. With it and without a holder, the person's own key is among them.</param>
/// <param name="Holder">The holder's organisation; empty for every one.</param>
/// <param name="Service">The holder's service; unknown for every one of the organisation's.</param>
/// <param name="FirstYear">The first calendar year in Oslo; 0 with a last year of 9999 for all.</param>
/// <param name="LastYear">The last calendar year.</param>
public sealed record KeyScope(SubjectKey? Subject, string Holder, Known<Service> Service, int FirstYear, int LastYear)
{
    /// <summary>The last year there can be.</summary>
    public const int Forever = 9999;

    /// <summary>
    /// Whose key seals what is done to the scope itself and who reads the log: it is in no scope, so that what tells of a destruction is
    /// not destroyed by it.
    /// </summary>
    public SubjectKey Keeper => Holder.Length == 0 ? Operator : ReadersOf(Holder);

    /// <summary>What stands in for a child in entries of whoever operates the gateway.</summary>
    public static SubjectKey Operator { get; } = new(null, "log-keeper operator");

    /// <summary>What stands in for a child in entries of an organisation's readers and controllers of the log.</summary>
    public static SubjectKey ReadersOf(string organisation) => new(null, $"log-reader {organisation}");
}

/// <summary>How many keys a scope has.</summary>
/// <param name="Free">Those that may be destroyed; an older row of a register whose key is not there counts as one.</param>
/// <param name="Held">Those under a legal hold.</param>
/// <param name="Owed">
/// Those under none that seal what is still owed: a delivery that its receiver has not acknowledged, a task that has not ended, an order
/// that is in force or whose parties are yet to be told.
/// </param>
public readonly record struct KeyCount(long Free, long Held, long Owed = 0);

/// <summary>A legal hold: nothing in its scope is destroyed until it is lifted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scope">What it keeps. Its years are one, or all.</param>
/// <param name="Reason">Why, without any person's name or number.</param>
/// <param name="Reference">The case it belongs to.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="Lifted">Who lifted it, when and why; null while it stands.</param>
public sealed record LegalHold(
    Guid Id, KeyScope Scope, string Reason, string Reference, string PlacedBy, DateTimeOffset PlacedAt, HoldLifting? Lifted = null);

/// <summary>The end of a legal hold.</summary>
/// <param name="By">Who lifted it.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why.</param>
public sealed record HoldLifting(string By, DateTimeOffset At, string Why);

/// <summary>That keys shall be destroyed. It is followed only when another person confirms it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scope">Which keys.</param>
/// <param name="Basis">By what law or decision: it stands in the log in place of what was destroyed.</param>
/// <param name="Reference">The case it belongs to.</param>
/// <param name="OrderedBy">Who ordered it.</param>
/// <param name="OrderedAt">When.</param>
public sealed record DestructionOrder(
    Guid Id, KeyScope Scope, string Basis, string Reference, string OrderedBy, DateTimeOffset OrderedAt);

/// <summary>A destruction of keys.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Order">The order that it followed.</param>
/// <param name="Basis">By what law or decision.</param>
/// <param name="Keys">How many keys were destroyed.</param>
/// <param name="Held">How many were left, under a legal hold.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
/// <param name="At">When.</param>
/// <param name="Owed">How many were left, for they seal what is still owed.</param>
public sealed record KeyDestruction(
    long Number, Guid Order, string Basis, int Keys, int Held, string ConfirmedBy, DateTimeOffset At, int Owed = 0);
