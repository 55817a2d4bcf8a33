namespace Taushet.Core.Trail;

/// <summary>
/// The columns of an entry, in the order in which they stand in its bytes. A number is a column's tag for ever: a new column
/// takes a new tag under a new schema number, and a tag is never reused.
/// </summary>
/// <remarks>
/// Integers are big-endian, two's complement; ids are 16 bytes in the order they are written; texts are UTF-8; times are
/// microseconds since 1970 UTC in 8 bytes; dates are days since 1970-01-01 in 4 bytes; members of the vocabulary are their
/// numbers in 4 bytes. A column without a value has the length 0xFFFFFFFF and no bytes.
/// </remarks>
public enum EntryColumn
{
    /// <summary>The log: 16 bytes.</summary>
    Log = 1,

    /// <summary>The entry's id: 16 bytes.</summary>
    Entry = 2,

    /// <summary>The entry's place in the log, from 0: 8 bytes.</summary>
    Index = 3,

    /// <summary>The schema number: 4 bytes.</summary>
    Schema = 4,

    /// <summary>When it was decided: a time.</summary>
    Time = 5,

    /// <summary>What the call was: <see cref="EntryKind"/>.</summary>
    Kind = 6,

    /// <summary>Who moved first: a member of the vocabulary.</summary>
    Flow = 7,

    /// <summary>The request's id: 16 bytes.</summary>
    RequestId = 8,

    /// <summary>The receiver's organisation: text, empty for a receiver that is no service.</summary>
    ReceiverOrganisation = 9,

    /// <summary>The receiver's unit: text.</summary>
    ReceiverUnit = 10,

    /// <summary>The receiver's service: a member of the vocabulary.</summary>
    ReceiverService = 11,

    /// <summary>The receiver's form: a member of the vocabulary, or no value.</summary>
    ReceiverForm = 12,

    /// <summary>The holder's organisation: text.</summary>
    HolderOrganisation = 13,

    /// <summary>The holder's unit: text.</summary>
    HolderUnit = 14,

    /// <summary>The holder's service: a member of the vocabulary.</summary>
    HolderService = 15,

    /// <summary>The holder's form: a member of the vocabulary, or no value.</summary>
    HolderForm = 16,

    /// <summary>The claimed purpose: a member of the vocabulary, or no value.</summary>
    Purpose = 17,

    /// <summary>The claimed bases: 8 bytes, bit n for the basis with number n.</summary>
    Bases = 18,

    /// <summary>The policy set's hash: text, lower-case hex.</summary>
    PolicyHash = 19,

    /// <summary>The date whose law decided: a date.</summary>
    LawDate = 20,

    /// <summary>The cells given: 16 bytes, bit n for the cell with number n.</summary>
    Given = 21,

    /// <summary>The token's issuer and client: text.</summary>
    Caller = 22,

    /// <summary>The subject's pseudonym in this log: 32 bytes.</summary>
    Subject = 23,

    /// <summary>The holder part as it is stored, encrypted.</summary>
    HolderPart = 24,

    /// <summary>The sealed part as it is stored, encrypted.</summary>
    SealedPart = 25,

    /// <summary>The commitment to what was released: 32 bytes.</summary>
    ReleaseCommitment = 26,

    /// <summary>Random, so that nobody finds an entry by guessing its columns: 16 bytes.</summary>
    Salt = 27,

    /// <summary>From schema 2 on, in the leaf alone: the digest of every column that the leaf does not show, 32 bytes.</summary>
    Digest = 28,
}
