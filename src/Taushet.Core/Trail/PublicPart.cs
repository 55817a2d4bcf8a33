using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>The part of an entry that both parties' auditors may read. Holds nothing on the child.</summary>
public sealed record PublicPart
{
    /// <summary>When it was decided, microseconds since 1970 UTC.</summary>
    public required long TimeMicros { get; init; }

    /// <summary>What the call was.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Who moved first.</summary>
    public required Flow Flow { get; init; }

    /// <summary>The request's id.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Who asked or would receive.</summary>
    public required PartyRef Receiver { get; init; }

    /// <summary>Who holds.</summary>
    public required PartyRef Holder { get; init; }

    /// <summary>The claimed purpose; unknown when a push does not say.</summary>
    public required Known<Purpose> Purpose { get; init; }

    /// <summary>The claimed bases.</summary>
    public required MemberSet<Basis> Bases { get; init; }

    /// <summary>SHA-256 of the policy set, lower-case hex.</summary>
    public required string PolicyHash { get; init; }

    /// <summary>The date whose law decided.</summary>
    public required DateOnly LawDate { get; init; }

    /// <summary>The cells given: released, or in an assessment permitted.</summary>
    public required CellSet Given { get; init; }

    /// <summary>
    /// The issuer and client of the token, as text without any person: "issuer client", then "systemuser:id" of a system user and "supplier:number" of who calls on
    /// the organisation's behalf, and "person:proven" or "person:asserted" of the person who answers for the call, if any.
    /// </summary>
    public required string Caller { get; init; }
}
