using System.Security.Cryptography;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Log;

/// <summary>An entry that waits for the log's writer, sealed and encoded but for its place.</summary>
internal sealed class QueuedEntry
{
    /// <summary>How many random bytes each sight of a subject stirs into its key's row.</summary>
    public const int StirSize = 8;

    private readonly EntryDraft draft;
    private readonly PartSealer sealer;
    private readonly StoreKeys keys;
    private readonly TaskCompletionSource<AppendResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AppendResult? outcome;

    public QueuedEntry(StoreKeys keys, PartSealer sealer, EntryOrder order)
    {
        this.keys = keys;
        this.sealer = sealer;
        draft = order.Draft;
        Asked = order.Asked;
        Subject = order.Subject;
        Holder = order.Holder;
        Versions = order.Versions;
        Change = order.Change;
        Key = KeyName.Of(Subject, draft.Public);
        KeyWasStored = order.StoredKey is not null;
        var key = PersonKey.StoredOrFresh(keys, Key.Context, order.StoredKey);
        var entry = Guid.CreateVersion7();
        Wrapped = key.Wrapped;
        Row = new EntryRow
        {
            Log = order.Log,
            Entry = entry,
            Index = 0,
            Public = draft.Public,
            Subject = key.PseudonymIn(order.Log),
            HolderPart = sealer.Seal(draft.Holder, draft.Public.Holder.Organisation, entry),
            SealedPart = sealer.Seal(draft.Sealed, key.Key, entry),
            ReleaseCommitment = draft.ReleaseCommitment,
            Salt = RandomNumberGenerator.GetBytes(16),
        };
        Leaf = ReceiptLeaf.Of(Row);
        Stir = RandomNumberGenerator.GetBytes(StirSize);
    }

    /// <summary>The subject as it was asked for.</summary>
    public byte[] Asked { get; }

    /// <summary>The subject by the number now in use.</summary>
    public byte[] Subject { get; }

    /// <summary>Which of the subject's keys the entry is sealed with.</summary>
    public KeyName Key { get; }

    /// <summary>Whether that key was found in the store, and not made for this entry.</summary>
    public bool KeyWasStored { get; private set; }

    public string Holder { get; }

    public FactVersions Versions { get; }

    /// <summary>What changes in the same transaction, or null.</summary>
    public RegisterChange? Change { get; }

    /// <summary>The subject's key this entry is sealed with.</summary>
    public byte[] Wrapped { get; private set; }

    public byte[] Stir { get; }

    public EntryRow Row { get; private set; }

    /// <summary>The row's leaf, wherever it will stand: made on the caller's thread, so that the writer hashes 176 bytes.</summary>
    public ReceiptLeaf Leaf { get; private set; }

    public Task<AppendResult> Answer => answer.Task;

    /// <summary>The key it is sealed with, for what a register keeps with it.</summary>
    /// <exception cref="CryptographicException">The key was wrapped by another that is not at hand any more.</exception>
    public EntrySealing Sealing() => new(
        Key,
        PersonKey.Unwrap(keys, Key.Context, Wrapped) ?? throw new CryptographicException("An entry's key cannot be unwrapped."));

    /// <summary>Whether what the decision relied on still stands.</summary>
    /// <param name="subject">The subject's counter now.</param>
    /// <param name="holder">The holder's counter now.</param>
    public bool StillHolds(long subject, long holder) =>
        Versions == FactVersions.NotRead || (Versions.Subject == subject && Versions.Holder == holder);

    /// <summary>
    /// Seals anew: under the key that another entry has stored first; or, when its key was destroyed while it waited, under a fresh one.
    /// </summary>
    /// <param name="stored">The wrapped key; null for a fresh one.</param>
    /// <remarks>INVARIANT: an entry never brings back a key that has been destroyed.</remarks>
    public void SealUnder(byte[]? stored)
    {
        KeyWasStored = stored is not null;
        Seal(PersonKey.StoredOrFresh(keys, Key.Context, stored));
    }

    /// <summary>Seals anew under the key of an earlier entry of the same batch.</summary>
    public void SealLike(QueuedEntry first)
    {
        KeyWasStored = first.KeyWasStored;
        Seal(PersonKey.StoredOrFresh(keys, Key.Context, first.Wrapped));
    }

    /// <summary>Gives the entry its place.</summary>
    /// <returns>Its leaf hash there.</returns>
    public byte[] HashAt(long index) => TreeHash.Leaf(Leaf.At(index));

    /// <summary>What the entry is to be answered once its batch is durable.</summary>
    public void WillBe(AppendResult result) => outcome = result;

    /// <summary>Answers the caller after the batch has been committed.</summary>
    public void AnswerOutcome() => answer.TrySetResult(outcome ?? new AppendResult.Unavailable());

    public void AnswerUnavailable() => answer.TrySetResult(new AppendResult.Unavailable());

    private void Seal(PersonKey key)
    {
        Wrapped = key.Wrapped;
        Row = Row with
        {
            Subject = key.PseudonymIn(Row.Log),
            SealedPart = sealer.Seal(draft.Sealed, key.Key, Row.Entry),
        };
        Leaf = ReceiptLeaf.Of(Row);
    }
}

/// <summary>What an append asks for, with what was read of the subject.</summary>
/// <param name="Log">The log.</param>
/// <param name="Draft">The entry.</param>
/// <param name="Asked">The subject as it was asked for.</param>
/// <param name="Subject">The subject by the number now in use.</param>
/// <param name="StoredKey">The subject's wrapped key, or null when there is none yet.</param>
/// <param name="Holder">The holder organisation whose counter is compared.</param>
/// <param name="Versions">What the decision relied on.</param>
/// <param name="Change">What changes with the entry, or null.</param>
internal sealed record EntryOrder(
    Guid Log,
    EntryDraft Draft,
    byte[] Asked,
    byte[] Subject,
    byte[]? StoredKey,
    string Holder,
    FactVersions Versions,
    RegisterChange? Change);
