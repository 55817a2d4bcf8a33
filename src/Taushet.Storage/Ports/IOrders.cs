using System.Collections.Immutable;

namespace Taushet.Storage.Ports;

/// <summary>Orders that authorities have registered. They are registered and changed with their entries: see <see cref="RegisterChange"/>.</summary>
/// <remarks>INVARIANT: every change of an order raises the counter of the child it is about.</remarks>
public interface IOrders
{
    /// <summary>Reads one.</summary>
    ValueTask<OrderLookup> FindAsync(Guid order, CancellationToken cancellation);

    /// <summary>Reads one if it is about this child, by the numbers now in use.</summary>
    ValueTask<OrderLookup> FindAboutAsync(Guid order, SubjectKey child, CancellationToken cancellation);

    /// <summary>Reads a page of a party's orders, in the order of their ids.</summary>
    /// <returns>Null when the store could not be read.</returns>
    ValueTask<ImmutableArray<StoredOrder>?> ListAsync(OrderQuery query, CancellationToken cancellation);
}

/// <summary>An order to be registered.</summary>
public sealed record OrderRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who orders.</summary>
    public required ServiceAddress Issuer { get; init; }

    /// <summary>Who is ordered.</summary>
    public required ServiceAddress Addressee { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>What is ordered and why: sealed under keys of the issuer's organisation and of the entry, and padded.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}

/// <summary>An order as it is stored.</summary>
public sealed record StoredOrder
{
    /// <summary>The order.</summary>
    public required OrderRow Row { get; init; }

    /// <summary>Whether what it said has been destroyed with the key of its entry: the contents are empty. That there was an order stays.</summary>
    public bool Destroyed { get; init; }

    /// <summary>Whom it is about.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>The entry that tells of its registration.</summary>
    public required Guid Entry { get; init; }

    /// <summary>Raised by each change.</summary>
    public required int Version { get; init; }

    /// <summary>When it was withdrawn; null when it was not.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Where the duty to inform the parties stands.</summary>
    public required OrderNotice Notice { get; init; }

    /// <summary>When they were informed, or when it was decided that they are not; null while they are to be.</summary>
    public DateTimeOffset? NoticeAt { get; init; }

    /// <summary>Who informed them, or why not: sealed; null while they are to be.</summary>
    public ReadOnlyMemory<byte>? NoticeContent { get; init; }
}

/// <summary>Where the duty to inform the parties of an order stands. Numbers are stored and never reused.</summary>
public enum OrderNotice
{
    /// <summary>They are to be informed.</summary>
    ToInform = 1,

    /// <summary>They have been informed.</summary>
    Informed = 2,

    /// <summary>They are not, for informing can prevent or impede sufficient help.</summary>
    Exempted = 3,
}

/// <summary>What changes in an order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Seen">The version that was read.</param>
/// <param name="Notice">Where the duty to inform stands now; null for a withdrawal.</param>
/// <param name="At">When.</param>
/// <param name="Content">Of a notice: who informed, or why not. Sealed.</param>
public sealed record OrderChange(Guid Order, int Seen, OrderNotice? Notice, DateTimeOffset At, ReadOnlyMemory<byte> Content);

/// <summary>The answer to a look-up of an order.</summary>
/// <param name="Available">Whether the store could be read.</param>
/// <param name="Order">The order, or null when there is none.</param>
public readonly record struct OrderLookup(bool Available, StoredOrder? Order);

/// <summary>Which orders to list.</summary>
/// <param name="Party">Whose.</param>
/// <param name="AsIssuer">Those that the party has issued; else those that are addressed to it.</param>
/// <param name="InForceOn">Only those in force on this day and not withdrawn; null: all.</param>
/// <param name="ToInform">Only those whose parties are to be informed.</param>
/// <param name="After">Those after this id.</param>
/// <param name="Count">How many at most.</param>
public sealed record OrderQuery(ServiceAddress Party, bool AsIssuer, DateOnly? InForceOn, bool ToInform, Guid After, int Count);
